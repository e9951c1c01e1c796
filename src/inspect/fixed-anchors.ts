import { readCertificate, readDate } from "../migrate/cells.js";
import type { Block, LineClasses } from "./byte-classes.js";

/**
 * Cuts a block that has no blanks in it where its bytes show what they are: where numbers begin or
 * end beside Chinese text, and around certificate numbers and days.
 */
export function anchorsIn(
  lines: readonly string[],
  classes: LineClasses,
  block: Block,
): readonly Block[] {
  return byKind(classes, block).flatMap((part) => byForm(lines, part));
}

/** One line in a hundred may be damaged. */
const NEARLY_ALL = 0.99;

function byKind({ lines, number, wide, blank }: LineClasses, { start, end }: Block): Block[] {
  const isNumber = (at: number): boolean => (number[at] ?? 0) >= lines * NEARLY_ALL;
  const isText = (at: number): boolean =>
    (number[at] ?? 0) <= lines * (1 - NEARLY_ALL) &&
    (wide[at] ?? 0) + (blank[at] ?? 0) >= lines * NEARLY_ALL;
  const cuts = [start];
  for (let at = start + 1; at < end; at++) {
    const isEdge = (isNumber(at - 1) && isText(at)) || (isText(at - 1) && isNumber(at));
    if (isEdge) cuts.push(at);
  }
  return cuts.map((cut, index) => ({ start: cut, end: cuts[index + 1] ?? end }));
}

/** A stretch of bytes that is known by its form, in at least this share of the lines. */
interface Form {
  readonly length: number;
  readonly share: number;
  readonly fits: (text: string) => boolean;
}

/** One number in eleven is sound by chance, so half of them are enough. */
const CERTIFICATE: Form = {
  length: 18,
  share: 0.5,
  fits: (text) => /^valid$|^upgraded$/.test(readCertificate(text).status),
};
const DAY: Form = {
  length: 8,
  share: 0.9,
  fits: (text) => /^(18|19|20)\d{6}$/.test(text) && readDate(text) !== undefined,
};

/** Numbers of persons first: the day inside of one is no field of its own. */
function byForm(lines: readonly string[], block: Block): readonly Block[] {
  return cutAround(lines, block, CERTIFICATE).flatMap((part) =>
    part.end - part.start === CERTIFICATE.length ? [part] : cutAround(lines, part, DAY),
  );
}

/** Cuts a block around every stretch that the lines fill with one form. */
function cutAround(lines: readonly string[], { start, end }: Block, form: Form): readonly Block[] {
  const { length } = form;
  if (end - start <= length) return [{ start, end }];
  for (let at = start; at + length <= end; at++) {
    if (!isFilledWith(lines, at, form)) continue;
    const before = at > start ? [{ start, end: at }] : [];
    const rest = at + length < end ? cutAround(lines, { start: at + length, end }, form) : [];
    return [...before, { start: at, end: at + length }, ...rest];
  }
  return [{ start, end }];
}

function isFilledWith(
  lines: readonly string[],
  at: number,
  { length, share, fits }: Form,
): boolean {
  let [filled, fitting] = [0, 0];
  for (const line of lines) {
    const text = line.slice(at, at + length);
    if (text.trim() === "") continue;
    filled += 1;
    if (fits(text)) fitting += 1;
    // Soon clear in nearly every case, which keeps the search short.
    if (filled >= 20 && fitting * 4 < filled) return false;
  }
  return filled * 2 >= lines.length && fitting >= filled * share;
}
