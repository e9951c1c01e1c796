import { readFileSync } from "node:fs";
import { join } from "node:path";
import { effectOf } from "../../src/domain/problem.js";
import type { ProblemCode } from "../../src/text/problems.js";

/** What is true of one row of a generated delivery. */
export interface Truth {
  /** `claims.csv:12` */
  readonly place: string;
  readonly file: string;
  readonly person: string;
  readonly spoiled: string;
  /** The problem that must keep the row from going on; empty when none may. */
  readonly expected: string;
  /** Codes of what else must be reported of it, with spaces between them. */
  readonly reported: string;
}

/** Every problem that must set a row aside: the one it was spoiled for, and what comes with it. */
export function setAsideCodes({ expected, reported }: Truth): readonly string[] {
  return [expected, ...reported.split(" ")].filter(
    (code) => code !== "" && effectOf(code as ProblemCode) === "setAside",
  );
}

/** The truth about every row of the county's people and claims. */
export function truthOf(folder: string): readonly Truth[] {
  const lines = readFileSync(join(folder, "truth.csv"), "utf8").trimEnd().split(/\r?\n/);
  return lines.slice(1).map((text) => {
    const [file = "", line = "", person = "", spoiled = "", ...codes] = text.split(",");
    const [expected = "", reported = ""] = codes;
    return { place: `${file}:${line}`, file, person, spoiled, expected, reported };
  });
}

/**
 * The lines of a delivered file, byte for byte as characters (so that nothing is decoded), the
 * header included when there is one. No field of the sample that is looked at holds a delimiter.
 */
export function linesOf(folder: string, file: string): readonly string[] {
  return readFileSync(join(folder, file), "latin1").replace(/\r\n$/, "").split("\r\n");
}

/** Ten-thousandths of a yuan as text: the sums of the tests know nothing of the house's money. */
export function tenThousandths(text: string): bigint {
  const [, sign = "", whole = "0", places = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const units = BigInt(whole === "" ? "0" : whole) * 10_000n + BigInt(places.padEnd(4, "0"));
  return sign === "-" ? -units : units;
}

/** The fields of a line of such a file; a field in quotes may hold the delimiter. */
export function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
