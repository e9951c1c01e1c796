import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { rewriteManifest } from "./delivered.js";
import { newCounty, newFolder, Place } from "./place.js";

let county: string;
let place: Place;
let empty: string;
let delivery: string;

beforeAll(async () => {
  county = await newCounty(300);
  place = await Place.open();
  empty = await place.fingerprint();
});

beforeEach(() => {
  delivery = join(newFolder(), "delivery");
  cpSync(county, delivery, { recursive: true });
});

/** Refuses the delivery for real and dry, and finds the database as it was; returns the refusal. */
async function refused(): Promise<Refusal> {
  const refusal = await migrateDelivery(place.job, delivery).catch((error: unknown) => error);
  const dry = await checkDelivery(place.job, delivery).catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw refusal;
  expect(dry).toEqual(refusal);
  expect(await place.fingerprint()).toBe(empty);
  expect(existsSync(place.job.workspace.output)).toBe(false);
  expect(place.value("SELECT COUNT(*) FROM staged_person")).toBe(0);
  expect(place.value("SELECT COUNT(*) FROM run WHERE state <> 'refused'")).toBe(0);
  return refusal;
}

function rewrite(name: string, change: (bytes: Buffer) => string | Uint8Array): void {
  const path = join(delivery, name);
  writeFileSync(path, change(readFileSync(path)));
}

describe("a delivery is refused as a whole, and nothing stays of it, when", () => {
  test("a control total is one fen off", async () => {
    const manifest = readFileSync(join(delivery, "delivery.yaml"), "utf8");
    const [, stated = "", fen = ""] = /medfee_sumamt: "(\d+\.)(\d+)"/.exec(manifest) ?? [];
    const more = String((Number(fen.padEnd(2, "0")) + 1) % 100).padStart(2, "0");
    rewriteManifest(delivery, `"${stated}${fen}"`, `"${stated}${more}"`);
    const { code, problems } = await refused();
    expect(code).toBe("delivery-differs");
    const line = manifest.slice(0, manifest.indexOf("medfee_sumamt")).split("\n").length;
    expect(problems).toMatchObject([
      {
        code: "total-differs",
        place: { file: "delivery.yaml", line },
        values: { total: "claims.csv medfee_sumamt", difference: more === "00" ? "0.99" : "-0.01" },
      },
    ]);
  });

  test("a row lost fields and its money with them: the refusal names the row", async () => {
    rewrite("claims.csv", (bytes) => {
      const lines = bytes.toString("latin1").split("\r\n");
      lines[2] = lines[2]?.split(",").slice(0, 9).join(",") ?? "";
      return Buffer.from(lines.join("\r\n"), "latin1");
    });
    const { code, problems } = await refused();
    expect(code).toBe("delivery-differs");
    expect(problems.map((one) => one.code)).toEqual(["total-differs", "row-field-count"]);
    expect(problems.at(-1)?.place).toEqual({ file: "claims.csv", line: 3 });
  });

  test("a control total is a hundredth of a fen off", async () => {
    rewriteManifest(delivery, /family_balc: "([\d.]+)"/, 'family_balc: "$11"');
    const { problems } = await refused();
    expect(problems.map((one) => one.values["total"])).toEqual(["ncms-members.csv family_balc"]);
  });

  test("a row is missing", async () => {
    rewrite("urbmi-ac02.txt", (bytes) => {
      const lines = bytes.toString("latin1").trimEnd().split("\r\n");
      return Buffer.from(`${lines.slice(0, -1).join("\r\n")}\r\n`, "latin1");
    });
    const { problems } = await refused();
    expect(problems).toMatchObject([{ code: "total-differs", values: { difference: "-1" } }]);
  });

  test("a file is missing: all of them are told", async () => {
    rmSync(join(delivery, "claims.csv"));
    rmSync(join(delivery, "deductions.csv"));
    const { code, problems } = await refused();
    expect(code).toBe("files-wrong");
    expect(problems.map((one) => [one.code, one.values["found"]])).toEqual([
      ["file-missing", "claims.csv"],
      ["file-missing", "deductions.csv"],
    ]);
  });

  test("a file is in another encoding than its mapping says", async () => {
    rewrite("claims.csv", (bytes) => new TextDecoder("gb18030").decode(bytes));
    const { problems } = await refused();
    expect(problems).toMatchObject([
      {
        code: "encoding-differs",
        place: { file: "claims.csv" },
        values: { expected: "gb18030", found: "utf-8" },
      },
    ]);
  });

  test("a header names other columns", async () => {
    rewrite("claims.csv", (bytes) =>
      Buffer.from(bytes.toString("latin1").replace("hifp_pay", "tczf"), "latin1"),
    );
    const { problems } = await refused();
    expect(problems).toMatchObject([
      { code: "column-missing", values: { expected: "hifp_pay" } },
      { code: "column-unmapped", values: { found: "tczf", column: 22 } },
    ]);
  });

  test("it was made for another region", async () => {
    rewriteManifest(delivery, "region: tongliao", "region: nowhere");
    const { problems } = await refused();
    expect(problems).toMatchObject([{ code: "value-unfit", values: { found: "nowhere" } }]);
  });

  test("its agreements are wrong", async () => {
    rewrite("agreements.yaml", (bytes) => bytes.toString().replace('"0.10"', "0.10"));
    const { problems } = await refused();
    expect(problems).toMatchObject([{ code: "value-unfit", place: { file: "agreements.yaml" } }]);
  });

  test("there is no manifest", async () => {
    rmSync(join(delivery, "delivery.yaml"));
    expect((await refused()).code).toMatch(/file-missing|files-wrong/);
  });
});

describe("a file of the workspace is refused, with its line, when", () => {
  test.each([
    ["legacy/claims.yaml", "source: from-column", "colour: blue", "key-unknown"],
    ["legacy/claims.yaml", "to: mdtrt_id", "to: mdtrt", "target-unknown"],
    ["codes/ncms/gend.csv", "old_code", "code", "value-unfit"],
    ["policies/tongliao/outpatient.yaml", "title:", "titel:", "key-misspelt"],
  ])("%s has %s turned into %s", async (name, from, to, code) => {
    const path = join(place.job.workspace.mappings, name);
    const sound = readFileSync(path, "utf8");
    writeFileSync(path, sound.replace(from, to));
    try {
      const refusal = await refused();
      expect(refusal.code).toBe("files-wrong");
      const told = refusal.problems.find((one) => one.code === code);
      expect(told?.place).toEqual({ file: `mappings/${name}`, line: expect.any(Number) });
    } finally {
      writeFileSync(path, sound);
    }
  });
});

test("after all that, the delivery itself still loads", async () => {
  expect((await migrateDelivery(place.job, delivery)).people).toBeGreaterThan(250);
  expect(await place.fingerprint()).not.toBe(empty);
});
