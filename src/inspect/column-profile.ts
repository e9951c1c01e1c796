import type { CertnoStatus } from "../domain/certno.js";
import { readCertificate } from "../migrate/cells.js";
import { examine, type RuinedText } from "../migrate/forensics.js";
import type { ProblemCode } from "../text/problems.js";
import { type Pattern, type PatternName, patternOf } from "./patterns.js";
import { masked } from "./sample.js";

/** How often a column shows one shape. */
export interface PatternCount extends Pattern {
  readonly count: number;
}

/** Damage of earlier conversions: how many cells have it, and the first lines where it stands. */
export interface Finding {
  readonly code: ProblemCode;
  readonly count: number;
  readonly lines: readonly number[];
}

/** What all cells of one column came to. */
export interface ColumnProfile {
  /** Cells that say something: neither empty nor 无 or null. */
  readonly filled: number;
  /** Different values; with more than `MOST_DISTINCT`, only that they are at least so many. */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  /** Characters of the longest cell, spaces around it left out. */
  readonly longest: number;
  /** The most frequent first. */
  readonly patterns: readonly PatternCount[];
  /** What is made of cells that look like certificate numbers. */
  readonly ids: Readonly<Partial<Record<CertnoStatus, number>>>;
  readonly findings: readonly Finding[];
  /** A few different values, masked. */
  readonly samples: readonly string[];
  /** How often each value stands there, when they are few enough to be codes. Never shown. */
  readonly codes?: ReadonlyMap<string, number>;
}

interface CountedPattern extends Pattern {
  count: number;
}

/** Different values are counted up to here, so that memory does not grow with the file. */
export const MOST_DISTINCT = 10_000;

/** A column with more different values than this, or longer ones, holds no codes. */
export const MOST_CODES = 300;
const LONGEST_CODE = 40;

const MOST_SAMPLES = 3;
const MOST_LINES = 3;

/** Counts what is found, by its code, and keeps the first lines where it stands. */
export class FindingCounts {
  private readonly byCode = new Map<ProblemCode, { count: number; lines: number[] }>();

  note(code: ProblemCode, line: number): void {
    const found = this.byCode.get(code) ?? { count: 0, lines: [] };
    found.count += 1;
    if (found.lines.length < MOST_LINES && found.lines.at(-1) !== line) found.lines.push(line);
    this.byCode.set(code, found);
  }

  list(): readonly Finding[] {
    return [...this.byCode].map(([code, found]) => ({ code, ...found }));
  }
}

/** Looks at the cells of one column, one after another, and keeps counts only. */
export class ColumnProfiler {
  /** The shape of every different value, by its hash: most cells repeat one that was judged. */
  private readonly seen = new Map<number, CountedPattern>();
  readonly findings = new FindingCounts();
  private readonly patterns = new Map<string, CountedPattern>();
  private readonly ids = new Map<CertnoStatus, number>();
  private readonly samples = new Set<string>();
  /** Given up when the column turns out to hold no codes. */
  private codes: Map<string, number> | undefined = new Map();
  private filled = 0;
  private longest = 0;

  take(cell: string): void {
    const text = cell.trim();
    const pattern = text === "" ? this.patternOf("") : this.patternOnce(text);
    pattern.count += 1;
    if (pattern.name === "empty") return;
    this.filled += 1;
    if (text.length > this.longest) this.longest = Math.max(this.longest, [...text].length);
    if (mayBeId(pattern)) this.countId(text);
    if (this.codes !== undefined) this.countCode(text, this.codes);
  }

  /** Looks for damage; only called for cells of lines that may have some. */
  examine(cell: string, line: number, ruined: RuinedText, otherwise?: string): void {
    const found = examine(cell, ruined, { otherwise });
    const codes = new Set(found?.problems.map((one) => one.code));
    for (const code of codes) this.findings.note(code, line);
  }

  /** Whether cells like this one have been seen here; half a character at its end aside. */
  mayHold(cell: string): boolean {
    if (cell.endsWith("\ufffd")) return true;
    const { name } = patternOf(cell);
    return [...this.patterns.values()].some((one) => one.name === name && one.count > 0);
  }

  finish(): ColumnProfile {
    const patterns = [...this.patterns.values()].sort((left, right) => right.count - left.count);
    return {
      filled: this.filled,
      distinct: Math.min(this.seen.size, MOST_DISTINCT),
      isDistinctExact: this.seen.size <= MOST_DISTINCT,
      longest: this.longest,
      patterns: patterns.map((one) => ({ ...one })),
      ids: Object.fromEntries(this.ids),
      findings: this.findings.list(),
      samples: [...this.samples],
      ...(this.codes === undefined ? {} : { codes: this.codes }),
    };
  }

  private patternOnce(text: string): CountedPattern {
    const hash = hashOf(text);
    const known = this.seen.get(hash);
    if (known !== undefined) return known;
    const pattern = this.patternOf(text);
    const isCounted = pattern.name !== "empty" && this.seen.size <= MOST_DISTINCT;
    if (isCounted) this.seen.set(hash, pattern);
    const isSample = pattern.name !== "empty" && this.samples.size < MOST_SAMPLES;
    if (isSample) this.samples.add(masked(text, pattern));
    return pattern;
  }

  private patternOf(text: string): CountedPattern {
    const { name, detail } = patternOf(text);
    const known = this.patterns.get(name + detail);
    if (known !== undefined) return known;
    const made = { name, detail, count: 0 };
    this.patterns.set(name + detail, made);
    return made;
  }

  private countCode(text: string, codes: Map<string, number>): void {
    const count = codes.get(text);
    if (count !== undefined) codes.set(text, count + 1);
    else if (codes.size === MOST_CODES || text.length > LONGEST_CODE) this.codes = undefined;
    // A cell is a piece of a long text, which it would keep: a copy keeps nothing.
    else codes.set([...text].join(""), 1);
  }

  private countId(text: string): void {
    const { status } = readCertificate(text);
    this.ids.set(status, (this.ids.get(status) ?? 0) + 1);
  }
}

const ID_SHAPES: ReadonlySet<PatternName> = new Set(["scientific", "fullWidth", "apostrophe"]);

function mayBeId({ name, detail }: Pattern): boolean {
  return ID_SHAPES.has(name) || (name === "digits" && (detail === "18" || detail === "15"));
}

/**
 * A number of 53 bits for a text: two texts of one column share it about never, and to keep it
 * costs the same for a name as for a cell of a megabyte.
 */
function hashOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995);
    second ^= second >>> 15;
  }
  return (first >>> 0) * 0x200000 + (second >>> 11);
}
