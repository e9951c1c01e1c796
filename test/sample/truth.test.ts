import assert from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readCertno } from "../../src/domain/certno.js";
import { effectOf, type Problem } from "../../src/domain/problem.js";
import { ruinedText } from "../../src/io/ruined.js";
import { readCertificate, readDate, readName } from "../../src/migrate/cells.js";
import { rowMapper } from "../../src/migrate/map.js";
import { personOf } from "../../src/migrate/normalize.js";
import { Books } from "../../src/sample/books.js";
import { countyRows } from "../../src/sample/county.js";
import { filesFor, type SampleFile, sampleFiles } from "../../src/sample/files.js";
import {
  type DirtKind,
  dirtKinds,
  personKinds,
  type Rates,
  ratesOf,
  usualRates,
} from "../../src/sample/rates.js";
import type { ProblemCode } from "../../src/text/problems.js";
import { crosswalkIn, layoutOf, rowsIn, sampleIn, type Truth, truthIn } from "./delivery.js";
import { simpleWindow } from "./window-stub.js";

/** A row of a register of persons: what it says, what is true, and what the intake finds in it. */
interface PersonRow {
  readonly truth: Truth;
  readonly certno: string;
  readonly memberKey: string;
  readonly psnName: string;
  readonly found: readonly Problem[];
}

const PEOPLE = 12_000;
const usual = (Object.keys(dirtKinds) as DirtKind[]).filter((kind) => usualRates[kind] > 0);
let rows: readonly PersonRow[] = [];
let truth: readonly Truth[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "liutong-sample-"));
  await sampleIn(folder, PEOPLE);
  truth = await truthIn(folder);
  rows = [
    ...(await personRows(folder, sampleFiles.ncmsMembers, [6, 3, 7, 33])),
    ...(await personRows(folder, sampleFiles.urbmiPersons, [1, 2, 5, -1])),
  ];
  rmSync(folder, { recursive: true });
}, 60_000);

describe("what was spoiled", () => {
  test.each(["test", "a", "b"])("each kind occurs in a small county (seed %s)", (seed) => {
    const spoiled = spoiledIn(2_000, seed);
    for (const kind of usual) expect([kind, spoiled.has(kind)]).toEqual([kind, true]);
  });

  test("each kind comes as often as its rate says", () => {
    const people = 20_000;
    const { befallen } = booksOf(people, "rates");
    for (const kind of Object.keys(personKinds) as DirtKind[]) {
      const wanted = (people * usualRates[kind]) / 100_000;
      const made = befallen.get(kind) ?? 0;
      expect([kind, made, Math.abs(made - wanted) <= 2]).toEqual([kind, made, true]);
    }
  });

  test("only what has a rate occurs, and as often as asked for, even for every fifth", () => {
    const few: Readonly<Record<string, number>> = { "id-missing": 20_000, "id-of-head": 3_000 };
    const rates = ratesOf((kind) => few[kind] ?? 0);
    const { befallen } = booksOf(10_000, "few", rates);
    expect([...befallen.keys()].sort()).toEqual(["id-missing", "id-of-head"]);
    expect(Math.abs((befallen.get("id-missing") ?? 0) - 2_000)).toBeLessThanOrEqual(2);
    expect(Math.abs((befallen.get("id-of-head") ?? 0) - 300)).toBeLessThanOrEqual(2);
  });

  test("two per cent of what windows settled is wrong without showing it", () => {
    const claims = truth.filter((row) => row.file === "claims.csv");
    const faulty = claims.filter((row) => row.spoiled.startsWith("window-"));
    const share = faulty.length / claims.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });
});

describe("every row of a person", () => {
  test("shows what sets it aside by itself, and nothing else does", () => {
    for (const { truth: row, found } of rows) {
      const codes = found.map((one) => one.code).filter((code) => effectOf(code) === "setAside");
      if (row.expected === "certno-of-head") {
        // Whose number it is shows only beside the head; the row says that it is another's.
        expect([row, codes]).toEqual([row, expect.arrayContaining(["certno-birth-differs"])]);
        continue;
      }
      const expected = row.expected === "" ? [] : [row.expected];
      const more = reportedIn(row).filter((code) => effectOf(code) === "setAside");
      expect([row, [...new Set(codes)].sort()]).toEqual([row, [...expected, ...more].sort()]);
    }
  });

  test("shows the findings and repairs that its kind leads to, and no others", () => {
    const later = new Set(["row-repeated", "enrolment-missing"]);
    for (const { truth: row, found } of rows) {
      const codes = found.map((one) => one.code).filter((code) => effectOf(code) !== "setAside");
      const reported = reportedIn(row).filter((code) => effectOf(code) !== "setAside");
      expect([row, codes]).toEqual([row, reported.filter((code) => !later.has(code))]);
    }
  });

  test("that is clean has no finding at all", () => {
    const clean = rows.filter((row) => row.truth.spoiled === "");
    expect(clean.flatMap((row) => row.found)).toEqual([]);
  });
});

describe("the same person in several rows", () => {
  test("a number is one person, and stands under two names only where that is meant", () => {
    for (const [certno, group] of grouped(rows, (row) => row.certno)) {
      const people = new Set(group.map((row) => row.truth.person));
      expect([certno, people.size]).toEqual([certno, 1]);
      const hasTwoNames = new Set(group.map((row) => row.psnName)).size > 1;
      const isMeant = group.some((row) => row.truth.spoiled === "name-variant");
      expect([certno, hasTwoNames]).toEqual([certno, isMeant]);
    }
  });

  test("name, birth date and household belong to one person", () => {
    for (const [key, group] of grouped(rows, (row) => row.memberKey)) {
      expect([key, new Set(group.map((row) => row.truth.person)).size]).toEqual([key, 1]);
    }
  });

  test("the exact rules find every row again that loads", () => {
    const loading = rows.filter((row) => row.truth.expected === "");
    for (const [person, group] of grouped(loading, (row) => row.truth.person)) {
      const isOne = sameIn(group, (row) => row.certno) || sameIn(group, (row) => row.memberKey);
      expect([person, isOne]).toEqual([person, true]);
    }
  });
});

describe("rows that depend on a person", () => {
  test("enrolments and claims of people who are set aside are set aside as well", () => {
    const loaded = new Set(
      rows.filter((row) => row.truth.expected === "").map((row) => row.truth.person),
    );
    for (const row of truth) {
      if (row.spoiled !== "" || row.file === "ncms-members.csv") continue;
      const isOrphan = !loaded.has(row.person);
      if (row.file === "urbmi-ac02.txt") {
        expect([row, row.expected === "enrolment-person-unknown"]).toEqual([row, isOrphan]);
      }
      if (row.file === "claims.csv") {
        expect([row, row.expected === "claim-person-unknown"]).toEqual([row, isOrphan]);
      }
    }
  });
});

describe("certificate numbers", () => {
  test("are all of a division that was never issued", () => {
    for (const { certno } of rows) if (certno !== "") expect(certno).toMatch(/^15992[123]/);
    expect(rows.filter((row) => readCertno(row.certno).status === "valid").length).toBeGreaterThan(
      PEOPLE * 0.9,
    );
  });
});

async function personRows(
  folder: string,
  file: SampleFile,
  places: readonly [certno: number, name: number, brdy: number, household: number],
): Promise<readonly PersonRow[]> {
  const layout = await layoutOf(file.layout);
  const tables = [...new Set(layout.columns.map((column) => column.table))].filter(Boolean);
  const crosswalks = new Map(
    await Promise.all(tables.map(async (name) => [name, await crosswalkIn(name)] as const)),
  );
  const map = rowMapper(layout, file.path, crosswalks, ruinedText);
  const truths = new Map(
    truth.filter((row) => row.file === file.path).map((row) => [row.line, row]),
  );
  const [certno, name, brdy, household] = places;
  return (await rowsIn(folder, file)).map((row) => {
    const [mapped] = map(row);
    assert(mapped !== undefined);
    const origin = { fileId: 1, line: row.line, file: file.path, source: layout.source };
    const psnName = readName(row.fields[name] ?? "");
    const day = readDate(row.fields[brdy] ?? "") ?? "";
    const home = row.fields[household] ?? "";
    return {
      truth: truths.get(row.line) ?? untold(file.path, row.line),
      certno: readCertificate(row.fields[certno] ?? "").certno,
      memberKey: home === "" ? "" : `${home}|${psnName}|${day}`,
      psnName,
      found: [...mapped.problems, ...personOf(mapped, origin).problems],
    };
  });
}

function untold(path: string, line: number): never {
  throw new Error(`the truth does not tell about ${path}:${line}`);
}

/** Rows that can be matched by a key: those that load, or are set aside only for their number. */
function grouped(
  all: readonly PersonRow[],
  key: (row: PersonRow) => string,
): ReadonlyMap<string, readonly PersonRow[]> {
  const groups = new Map<string, PersonRow[]>();
  for (const row of all) {
    const isMatched = row.truth.expected === "";
    if (isMatched && key(row) !== "") groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  }
  return groups;
}

function sameIn(group: readonly PersonRow[], key: (row: PersonRow) => string): boolean {
  const keys = new Set(group.map(key));
  return group.length === 1 || (keys.size === 1 && !keys.has(""));
}

function reportedIn(row: Truth): readonly ProblemCode[] {
  return row.reported.split(" ").filter(Boolean) as ProblemCode[];
}

function spoiledIn(people: number, seed: string): ReadonlyMap<string, number> {
  return booksOf(people, seed).spoiled;
}

function booksOf(people: number, seed: string, rates: Rates = usualRates): Books {
  const books = new Books(filesFor(rates));
  const order = { people, seed, year: 2017, rates, windowAmounts: simpleWindow };
  for (const made of countyRows(order, books)) {
    expect(made.every((row) => row.expected === "" || isSetAside(row.expected))).toBe(true);
  }
  return books;
}

function isSetAside(code: ProblemCode): boolean {
  return effectOf(code) === "setAside";
}
