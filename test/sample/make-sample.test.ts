import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseAgreements } from "../../src/budget/parse-agreements.js";
import { addRead, exactText, nothingRead, readYuan } from "../../src/domain/money.js";
import { effectOf } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import { listFiles } from "../../src/io/files.js";
import { decode } from "../../src/io/gb18030.js";
import { readDocument } from "../../src/io/yaml.js";
import { filesFor, type SampleFile, sampleFiles } from "../../src/sample/files.js";
import { usualRates } from "../../src/sample/rates.js";
import type { ProblemCode } from "../../src/text/problems.js";
import { testFolder } from "../io/folder.js";
import { rowsIn, sampleIn, truthIn } from "./delivery.js";

const PEOPLE = 2_000;
const usualFiles = filesFor(usualRates).map((name): SampleFile => sampleFiles[name]);

describe("makeSample", () => {
  test("gives the same bytes for the same seed, and others for another", async () => {
    const [first, second, other] = [testFolder(), testFolder(), testFolder()];
    await sampleIn(first, PEOPLE);
    await sampleIn(second, PEOPLE);
    await sampleIn(other, PEOPLE, "other");
    expect(await fingerprint(second)).toBe(await fingerprint(first));
    expect(await fingerprint(other)).not.toBe(await fingerprint(first));
  });

  test("writes nothing into a folder that holds something", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "mine.txt"), "mine");
    await expect(sampleIn(folder, 10)).rejects.toThrow(Refusal);
    expect(await listFiles(folder)).toEqual(["mine.txt"]);
  });

  test.each([1, 7, 50])("makes exactly %i people", async (people) => {
    const folder = testFolder();
    await sampleIn(folder, people);
    expect(new Set((await truthIn(folder)).map((row) => row.person)).size).toBe(people);
  });

  test("decodes but for the lines that were cut on purpose", async () => {
    const folder = testFolder();
    await sampleIn(folder, PEOPLE);
    const undecodable: string[] = [];
    for (const { path, encoding } of usualFiles) {
      if (encoding === "utf-8") continue;
      const lines = decode(readFileSync(join(folder, path))).split("\r\n");
      for (const [index, line] of lines.entries()) {
        if (line.includes("\ufffd")) undecodable.push(`${path}:${index + 1}`);
      }
    }
    const truth = await truthIn(folder);
    const expected = truth.filter((row) => row.expected === "character-cut");
    expect(expected.length).toBeGreaterThan(0);
    expect(undecodable).toEqual(expected.map((row) => `${row.file}:${row.line}`));
  });
});

describe("the manifest of a sample", () => {
  test("states the rows and control totals that the files hold", async () => {
    const folder = testFolder();
    await sampleIn(folder, PEOPLE);
    const manifest = manifestIn(folder);
    expect(manifest.files.map((file) => file.path)).toEqual(usualFiles.map((file) => file.path));
    for (const { path, rows, totals } of manifest.files) {
      const file = Object.values<SampleFile>(sampleFiles).find((one) => one.path === path);
      const found = file === undefined ? [] : await rowsIn(folder, file);
      expect([path, found.length]).toEqual([path, rows]);
      for (const [field, total] of Object.entries(totals ?? {})) {
        if (field === "family_balc") continue; // once per household: see the next test
        const cells = found.flatMap((row) => moneyCells(path, field, row.fields));
        expect([path, field, totalOf(cells)]).toEqual([path, field, total]);
      }
    }
  });

  test("counts every household account once, in all its places", async () => {
    const folder = testFolder();
    await sampleIn(folder, PEOPLE);
    const households = new Map<string, string>();
    for (const { fields } of await rowsIn(folder, sampleFiles.ncmsMembers)) {
      const [number = "", balance = ""] = [fields[33], fields[19]];
      expect(households.get(number) ?? balance).toBe(balance);
      households.set(number, balance);
    }
    const balances = [...households.values()];
    expect(balances.some((balance) => /\.\d{4}$/.test(balance))).toBe(true);
    const members = manifestIn(folder).files.find((file) => file.path === "ncms-members.csv");
    expect(members?.totals?.["family_balc"]).toBe(totalOf(balances));
  });

  test("accepts exactly the rows that were spoiled to be set aside", async () => {
    const folder = testFolder();
    await sampleIn(folder, PEOPLE);
    const counts: Record<string, number> = {};
    for (const { expected, reported } of await truthIn(folder)) {
      for (const code of [expected, ...reported.split(" ")]) {
        if (code === "" || effectOf(code as ProblemCode) !== "setAside") continue;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    expect(manifestIn(folder).accept).toEqual(counts);
  });

  test("names agreements that can be read, some above and some below the claims", async () => {
    const folder = testFolder();
    await sampleIn(folder, 20_000);
    const { document } = await readDocument(join(folder, "agreements.yaml"));
    if (document === undefined) throw new Error("agreements.yaml cannot be read");
    const { agreements, problems } = parseAgreements("agreements.yaml", document);
    expect(problems).toEqual([]);
    const claimed = new Map<string, number>();
    for (const { fields } of await rowsIn(folder, sampleFiles.claims)) {
      const read = readYuan(fields[21] ?? "");
      if (read === undefined) continue;
      claimed.set(fields[7] ?? "", (claimed.get(fields[7] ?? "") ?? 0) + read.amount);
    }
    const isOver = agreements.map((one) => {
      return (claimed.get(one.fixmedinsCode) ?? 0) > one.yearlyQuota / 12;
    });
    expect(new Set(isOver)).toEqual(new Set([true, false]));
  });
});

interface Manifest {
  readonly files: readonly {
    readonly path: string;
    readonly rows: number;
    readonly totals?: Readonly<Record<string, string>>;
  }[];
  readonly accept: Readonly<Record<string, number>>;
}

function manifestIn(folder: string): Manifest {
  return parse(readFileSync(join(folder, "delivery.yaml"), "utf8")) as Manifest;
}

/** The cells that a control total adds up. */
function moneyCells(path: string, field: string, cells: readonly string[]): readonly string[] {
  const places: Record<string, readonly number[]> = {
    "ncms-members.csv hifp_pay": [14, 15, 16, 17, 18],
    "ncms-members.csv hifmi_pay": [20],
    "fund-balances.csv balance": [3],
    "claims.csv medfee_sumamt": [15],
    "deductions.csv ded_amt": [3],
  };
  return (places[`${path} ${field}`] ?? []).map((place) => cells[place] ?? "");
}

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await listFiles(folder)) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}

function totalOf(cells: readonly string[]): string {
  const reads = cells.map((cell) => readYuan(cell) ?? nothingRead);
  return exactText(reads.reduce(addRead, nothingRead));
}
