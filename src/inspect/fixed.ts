import type { ByteRange } from "../domain/format.js";
import { type Block, classed, type LineClasses } from "./byte-classes.js";
import { anchorsIn } from "./fixed-anchors.js";

/** Where the fields of fixed-width lines seem to stand. */
export interface GuessedColumns {
  readonly ranges: readonly ByteRange[];
  /**
   * What the cuts were made by: a ruler of dashes under the names; blanks that stand at the same
   * places in all lines; or, where there are none, where digits begin or end, and numbers and days
   * that are known by their form.
   */
  readonly by: "ruler" | "blanks" | "kinds";
  /** Whether every line is equally long: otherwise blanks at the end were cut off. */
  readonly isConstant: boolean;
}

/** One line in this many may stand across a gap or be of another length. */
const STRAY = 50;

/** Lines of other lengths are looked at as columns only when there are so many. */
const ENOUGH = 10;

/** A line shorter than this holds one field, not several; a number can be as long as that. */
const SHORTEST = 8;
const LONGEST_FIELD = 30;

/**
 * Guesses the columns of fixed-width lines, given as their bytes (one character of `lines` a byte).
 * "uncut" when all lines are equally long and nothing shows where to cut; undefined when nothing
 * speaks for fixed width.
 */
export function guessColumns(
  lines: readonly string[],
  isGb18030: boolean,
): GuessedColumns | "uncut" | undefined {
  const given = lines.filter((line) => line.trim() !== "" && line.trim() !== "\x1a");
  const ruler = given.slice(0, 8).find((line) => RULER.test(line));
  if (ruler !== undefined) return byRuler(ruler, given);

  const width = usualLength(given);
  const whole = given.filter((line) => line.length === width);
  const isConstant = whole.length * STRAY >= given.length * (STRAY - 1) && given.length > 1;
  const looked = isConstant ? whole : given.length >= ENOUGH ? padded(given) : [];
  if (looked.length === 0 || (looked[0]?.length ?? 0) < SHORTEST) return undefined;
  const classes = classed(looked, isGb18030);
  const blocks = blocksOf(classes, !isConstant);
  const cut = isConstant ? blocks.flatMap((block) => anchorsIn(looked, classes, block)) : blocks;
  if (cut.length < 2) return isConstant && width > LONGEST_FIELD ? "uncut" : undefined;
  const by = cut.length === blocks.length ? "blanks" : "kinds";
  return { ranges: rangesOf(joinedTimes(cut, looked), classes), by, isConstant };
}

const RULER = /^\s*[-=]{2,}(\s+[-=]+)+\s*$/;

/** Each dash stands over a byte of a column; what follows up to the next belongs to it too. */
function byRuler(ruler: string, lines: readonly string[]): GuessedColumns | "uncut" {
  const starts = [...ruler.matchAll(/[-=]+/g)].map((run) => run.index);
  const ends = [...starts.slice(1), Math.max(...lines.map((line) => line.length))];
  const ranges = starts.map((start, at) => ({ start, length: (ends[at] ?? start) - start }));
  const crossed = lines.filter((line) =>
    starts.some((at) => at > 0 && (line[at - 1] ?? " ") !== " "),
  );
  if (crossed.length * 10 > lines.length) return "uncut";
  return { ranges, by: "ruler", isConstant: new Set(lines.map((one) => one.length)).size === 1 };
}

function usualLength(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function padded(lines: readonly string[]): readonly string[] {
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => line.padEnd(width));
}

/** The stretches between bytes that are blank in all lines. */
function blocksOf({ width, lines, blank }: LineClasses, isRagged: boolean): readonly Block[] {
  const isGap = (at: number): boolean => (blank[at] ?? 0) + Math.floor(lines / STRAY) >= lines;
  const blocks: Block[] = [];
  for (let at = 0; at < width; at++) {
    if (isGap(at)) continue;
    const last = blocks.at(-1);
    if (last !== undefined && last.end === at) blocks[blocks.length - 1] = { ...last, end: at + 1 };
    else blocks.push({ start: at, end: at + 1 });
  }
  // The rare long line of a text with one column is no second column.
  const isFilled = ({ start }: Block): boolean => (blank[start] ?? 0) * 2 <= lines;
  return isRagged && !blocks.every((block, at) => at === 0 || isFilled(block)) ? [] : blocks;
}

/** A day and the time behind it are one field, although a blank stands between them. */
function joinedTimes(blocks: readonly Block[], lines: readonly string[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const isTime = lines.every((line) =>
      /^\d\d:\d\d|^ *$/.test(line.slice(block.start, block.end)),
    );
    if (before !== undefined && block.start === before.end + 1 && isTime && isDay(before, lines)) {
      joined[joined.length - 1] = { start: before.start, end: block.end };
    } else joined.push(block);
  }
  return joined;
}

function isDay({ start, end }: Block, lines: readonly string[]): boolean {
  return lines.every((line) => /^ *$|^\d{4}[-/.]\d\d[-/.]\d\d$/.test(line.slice(start, end)));
}

/**
 * Ranges that leave no byte out. The blanks between two fields belong to the first, which is text
 * and filled up at its end, unless the second is made of numbers that stand to the right.
 */
function rangesOf(blocks: readonly Block[], classes: LineClasses): readonly ByteRange[] {
  const starts = blocks.map((block, at) => {
    const before = blocks[at - 1];
    if (before === undefined) return 0;
    return isToTheRight(block, classes) ? before.end : block.start;
  });
  return starts.map((start, at) => ({
    start,
    length: (starts[at + 1] ?? classes.width) - start,
  }));
}

/** The last byte is always a digit, and the first is blank at times. */
function isToTheRight({ start, end }: Block, { lines, blank, number }: LineClasses): boolean {
  const isFull = (number[end - 1] ?? 0) * STRAY >= lines * (STRAY - 1);
  return isFull && (blank[start] ?? 0) > 0;
}
