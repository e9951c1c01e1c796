import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { addRead, exactText, nothingRead, type ReadAmount } from "../domain/money.js";
import { effectOf } from "../domain/problem.js";
import { Refusal } from "../domain/refusal.js";
import { isEmptyOrAbsent, writeFileAtomic } from "../io/files.js";
import { packedGzip, packedZip } from "../io/pack.js";
import { truthFile } from "../sample/files.js";
import type { LayoutFile, LayoutRow, Writing } from "../sample/layouts/layout-file.js";
import { layoutFiles } from "../sample/layouts/layout-files.js";
import type { SampleQuestion, SampleReport } from "./make-sample.js";
import { bytesOf } from "./sample-bytes.js";

/**
 * Writes a delivery with a small file in every shipped layout, with its manifest and its truth,
 * into an empty folder. The same people, seed, region and law give the same bytes everywhere.
 */
export async function makeLayouts(
  question: Omit<SampleQuestion, "rates" | "year">,
): Promise<SampleReport> {
  const { out, people } = question;
  if (!(await isEmptyOrAbsent(out))) throw new Refusal("folder-not-empty", { found: out });
  await mkdir(out, { recursive: true });
  const files = layoutFiles(question);
  for (const [path, bytes] of filesOnDisk(files)) await writeFileAtomic(join(out, path), bytes);
  await writeFileAtomic(join(out, truthFile.path), truthText(files));
  await writeFileAtomic(join(out, "delivery.yaml"), manifestText(question, files));
  return {
    out,
    people,
    files: files.map(({ path, rows }) => ({ path, rows: rows.length })),
    dirt: [],
    spoiled: counted(files, ({ spoiled }) => [spoiled]),
    expected: counted(files, waitsFor),
  };
}

/** The bytes of every file; those of one archive are packed together. */
function filesOnDisk(files: readonly LayoutFile[]): ReadonlyMap<string, Buffer> {
  const onDisk = new Map<string, Buffer>();
  for (const file of files) {
    if (file.packed === undefined) onDisk.set(file.path, bytesOf(file));
    else if (!onDisk.has(file.packed.path)) onDisk.set(file.packed.path, packedBytes(files, file));
  }
  return onDisk;
}

function packedBytes(files: readonly LayoutFile[], { packed }: LayoutFile): Buffer {
  const inside = files
    .filter((file) => file.packed?.path === packed?.path)
    .map((file) => ({ name: file.packed?.entry ?? "", bytes: bytesOf(file) }));
  const [only] = inside;
  return only !== undefined && packed?.isNamed === false ? packedGzip(only) : packedZip(inside);
}

function truthText(files: readonly LayoutFile[]): string {
  const lines = files.flatMap(({ path, writing, rows }) => {
    const first = firstLine(writing);
    return rows.map(({ person, spoiled, expected, reported }, index) =>
      [path, first + index, person, spoiled, expected, reported.join(" ")].join(","),
    );
  });
  return [truthFile.header, ...lines, ""].join("\r\n");
}

/** Where the first row stands: behind the header, in a sheet behind title and header. */
function firstLine(writing: Writing): number {
  if (writing.kind === "sheet") return 3;
  return writing.kind === "lines" && writing.header.length > 0 ? 2 : 1;
}

function manifestText(
  { region, people, seed }: Omit<SampleQuestion, "rates" | "year">,
  files: readonly LayoutFile[],
): string {
  const accepted = Object.entries(counted(files, waitsFor));
  const said = `人造数据,${people} 人,种子 ${seed.replace(/[^\w-]/g, "_")}`;
  return [
    `title: 各种布局的样例(${said})`,
    `region: ${region}`,
    "month: 2017-01",
    "files:",
    ...files.flatMap(entryLines),
    ...(accepted.length === 0 ? [] : ["accept:"]),
    ...accepted.map(([code, count]) => `  ${code}: ${count}`),
    "",
  ].join("\n");
}

function entryLines({ path, packed, layout, constants, rows }: LayoutFile): readonly string[] {
  const totals = totalsOf(rows);
  const given = Object.entries(constants);
  return [
    `  - path: ${packed?.path ?? path}`,
    ...(packed?.isNamed === true ? [`    entry: ${packed.entry}`] : []),
    `    layout: ${layout}`,
    // A record that is marked as deleted is in no paper that anyone signed.
    `    rows: ${rows.filter(({ isDeleted }) => isDeleted !== true).length}`,
    ...(given.length === 0 ? [] : ["    constants:"]),
    ...given.map(([field, value]) => `      ${field}: "${value}"`),
    ...(totals.length === 0 ? [] : ["    totals:"]),
    ...totals.map(([field, amount]) => `      ${field}: "${exactText(amount)}"`),
  ];
}

function totalsOf(rows: readonly LayoutRow[]): readonly (readonly [string, ReadAmount])[] {
  const totals = new Map<string, ReadAmount>();
  for (const [field, amount] of rows.flatMap(({ money }) => money)) {
    totals.set(field, addRead(totals.get(field) ?? nothingRead, amount));
  }
  return [...totals].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Every problem that sets a row aside. */
function waitsFor({ expected, reported }: LayoutRow): readonly string[] {
  return [expected, ...reported].filter((code) => code !== "" && effectOf(code) === "setAside");
}

function counted(
  files: readonly LayoutFile[],
  words: (row: LayoutRow) => readonly string[],
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of files.flatMap(({ rows }) => rows.flatMap(words))) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}
