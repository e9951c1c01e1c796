import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { decode } from "../../src/io/gb18030.js";
import { readDocument } from "../../src/io/yaml.js";
import { draftManifest, type ManifestReport } from "../../src/jobs/manifest/draft-manifest.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { parseManifest } from "../../src/migrate/manifest.js";
import { zip } from "../io/zip-bytes.js";
import { JANUARY, Place } from "./place.js";

const shipped = join(packageRoot(), "samples/county");

describe("the manifest that is drafted for the files of the sample county", () => {
  let place: Place;
  let folder: string;
  let report: ManifestReport;

  beforeAll(async () => {
    place = await Place.open();
    folder = join(place.root, "towns");
    cpSync(shipped, folder, { recursive: true });
    rmSync(join(folder, "delivery.yaml"));
    report = await draft(place, folder);
  });

  test("has every file of the shipped one, with its layout, rows and totals", async () => {
    await expectSame(folder, shipped);
    expect(report.agreements).toBe((await manifestIn(shipped)).agreements);
  });

  test("leaves what fits no layout open, and says so in the draft", () => {
    expect(report.open.map(({ path, choice }) => [path, choice.why])).toEqual([
      ["truth.csv", "none"],
    ]);
    const text = readFileSync(report.path, "utf8");
    expect(text).toContain("#   truth.csv:没有合适的映射");
    expect(text).toContain("只能证明文件前后一致,不能证明报送齐全");
  });

  test("is checked with the same result, and loads only when it was signed", async () => {
    const result = await checkDelivery(place.job, folder);
    const expected = await checkDelivery(place.job, shipped);
    expect(comparable(result)).toEqual(comparable(expected));
    expect([result.isUnsigned, expected.isUnsigned ?? false]).toEqual([true, false]);
    const refused = migrateDelivery(place.job, folder);
    await expect(refused).rejects.toMatchObject({ code: "totals-unsigned" });
    const text = readFileSync(report.path, "utf8");
    writeFileSync(report.path, text.replace("signed: false", "signed: true"));
    expect((await migrateDelivery(place.job, folder)).people).toBe(expected.people);
  });

  test("is never written over a file", async () => {
    await expect(draft(place, folder)).rejects.toMatchObject({ code: "file-exists" });
  });
});

test("the files of every shipped layout find it again", async () => {
  const place = await Place.open();
  const samples = join(packageRoot(), "samples/layouts");
  const folder = join(place.root, "towns");
  cpSync(samples, folder, { recursive: true });
  rmSync(join(folder, "delivery.yaml"));
  await draft(place, folder);
  await expectSame(folder, samples);
  const text = readFileSync(join(folder, "delivery.yaml"), "utf8");
  expect(text).toContain('# 待填(文件里没有,由清单给出):constants: { insuplc_admdvs: "…" }');
});

describe("a folder of township files", () => {
  test("is searched to its end; the same content is listed once", async () => {
    const place = await Place.open();
    const folder = join(place.root, "towns");
    const people = readFileSync(join(shipped, "urbmi-ac01.txt"));
    write(folder, "东镇/ac01.txt", people.subarray(0, people.indexOf(0x0a) + 1));
    write(folder, "西镇/ac01.txt", people.subarray(people.indexOf(0x0a) + 1));
    write(folder, "西镇/再报.txt", people.subarray(people.indexOf(0x0a) + 1));
    write(folder, "西镇/~$ac01.xlsx", Buffer.from("lock"));
    write(folder, "说明.txt", Buffer.from("请查收\n"));
    const report = await draft(place, folder);
    expect(report.assigned.map(({ path, choice, rows }) => [path, choice.layout, rows])).toEqual([
      ["东镇/ac01.txt", "urbmi-ac01", 1],
      ["西镇/ac01.txt", "urbmi-ac01", decode(people).trimEnd().split("\n").length - 1],
    ]);
    expect(report.twice.map(({ file, first }) => [file.path, first.path])).toEqual([
      ["西镇/再报.txt", "西镇/ac01.txt"],
    ]);
    expect(report.open.map(({ path }) => path)).toEqual(["说明.txt"]);
    expect((await manifestIn(folder)).files.length).toBe(2);
  });

  test("finds the files in archives, and names what cannot be read", async () => {
    const place = await Place.open();
    const folder = join(place.root, "towns");
    const people = readFileSync(join(shipped, "urbmi-ac01.txt"));
    const [first, rest] = [people.subarray(0, 2000), people.subarray(2000)].map(wholeLines);
    write(
      folder,
      "towns.zip",
      zip([
        { name: "东镇/ac01.txt", content: first ?? people },
        { name: "__MACOSX/._ac01.txt", content: Buffer.from("x") },
      ]),
    );
    write(folder, "西镇.txt.gz", gzipSync(rest ?? people));
    write(folder, "名单.xls", Buffer.from("<html><table><tr><td>1</td></tr></table></html>"));
    const report = await draft(place, folder);
    expect(report.assigned.map(({ path, entry, choice }) => [path, entry, choice.layout])).toEqual([
      ["towns.zip", "东镇/ac01.txt", "urbmi-ac01"],
      ["西镇.txt.gz", undefined, "urbmi-ac01"],
    ]);
    expect(report.open.map(({ path, choice }) => [path, choice.why])).toEqual([
      ["名单.xls", "unread"],
    ]);
    expect(readFileSync(report.path, "utf8")).toContain(
      "  - path: towns.zip\n    entry: 东镇/ac01.txt\n    layout: urbmi-ac01",
    );
    const checked = await checkDelivery(place.job, folder);
    expect(checked.files.map((file) => [file.path, file.read])).toEqual([
      ["towns.zip/东镇/ac01.txt", report.assigned[0]?.rows],
      ["西镇.txt.gz", report.assigned[1]?.rows],
    ]);
  });

  test("a layout that is wrong takes no part and is named", async () => {
    const place = await Place.open();
    const folder = join(place.root, "towns");
    write(folder, "a.csv", Buffer.from("x,y\n1,2\n"));
    write(place.job.workspace.mappings, "legacy/draft.yaml", Buffer.from("title: x\n"));
    const report = await draft(place, folder);
    expect(report.wrong).toEqual(["draft"]);
    expect(readFileSync(report.path, "utf8")).toMatch(/^# 没有参与的映射.*draft$/m);
  });
});

function draft(place: Place, folder: string): Promise<ManifestReport> {
  return draftManifest({ folder, workspace: place.job.workspace, month: JANUARY });
}

async function manifestIn(folder: string) {
  const { document, problems } = await readDocument(join(folder, "delivery.yaml"));
  if (document === undefined) throw new Error(JSON.stringify(problems));
  const parsed = parseManifest("delivery.yaml", document);
  expect(parsed.problems).toEqual([]);
  return parsed.manifest;
}

/** Holds a draft to a manifest that people wrote: files, layouts, rows and its totals. */
async function expectSame(drafted: string, written: string): Promise<void> {
  const found = new Map((await manifestIn(drafted)).files.map((file) => [file.path, file]));
  const { files } = await manifestIn(written);
  expect([...found.keys()].sort()).toEqual(files.map((file) => file.path).sort());
  for (const { path, layout, rows, totals } of files) {
    const same = found.get(path);
    expect([path, same?.layout, same?.rows]).toEqual([path, layout, rows]);
    for (const { field, amount } of totals) {
      const total = same?.totals.find((one) => one.field === field);
      expect([path, field, total?.amount]).toEqual([path, field, amount]);
    }
  }
}

/** What a report says of rows, people and money, whatever the manifest accepts and is called. */
function comparable({ people, schemes, unified, money, setAside, ...report }: MigrateReport) {
  const files = [...report.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { findings, institutions, catalogueItems, enrolledTwice, subsidies } = report;
  const lists = { institutions, catalogueItems, enrolledTwice, subsidies };
  return { files, people, schemes, unified, money, setAside, findings, ...lists };
}

/** From the first line that is whole to the last. */
function wholeLines(bytes: Buffer): Buffer {
  const isStart = bytes.subarray(0, 3).toString("latin1").startsWith("9");
  const start = isStart ? 0 : bytes.indexOf(0x0a) + 1;
  return bytes.subarray(start, bytes.lastIndexOf(0x0a) + 1);
}

function write(folder: string, path: string, bytes: Buffer): void {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
}
