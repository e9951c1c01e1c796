import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { isEmptyOrAbsent, writeFileAtomic } from "../io/files.js";
import { Books } from "../sample/books.js";
import { agreementsText, deductionRows } from "../sample/closing.js";
import { countyRows } from "../sample/county.js";
import { filesFor, type SampleFileName, sampleFiles, truthFile } from "../sample/files.js";
import { manifestText } from "../sample/manifest.js";
import { type DirtKind, dirtKinds, personKinds, type Rates, rateText } from "../sample/rates.js";
import type { SampleRow } from "../sample/rows.js";
import type { WindowAmounts } from "../sample/window.js";
import { SampleWriter } from "./sample-writer.js";

export interface SampleQuestion {
  readonly people: number;
  readonly seed: string;
  /** A folder that is empty or not there yet. */
  readonly out: string;
  /** The region pack that the delivery is meant for. */
  readonly region: string;
  /** The year of the region's switch, whose first month is delivered. */
  readonly year: number;
  /** What a settlement window would pay: the caller's law. */
  readonly windowAmounts: WindowAmounts;
  /** How dirty it is to be. */
  readonly rates: Rates;
}

/** How often a kind of dirt was asked for, and how often it was made. */
export interface DirtReport {
  readonly kind: DirtKind;
  /** `1.5%` of the people, or of the claims. */
  readonly rate: string;
  readonly wanted: number;
  readonly made: number;
}

/** What was made. */
export interface SampleReport {
  readonly out: string;
  readonly people: number;
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  /** Every kind of dirt that was asked for, in people or claims. */
  readonly dirt: readonly DirtReport[];
  /** Rows by the kind of dirt that is in them. */
  readonly spoiled: Readonly<Record<string, number>>;
  /** Rows by the problem that must set them aside. */
  readonly expected: Readonly<Record<string, number>>;
}

type Writers = ReadonlyMap<SampleFileName, SampleWriter>;

/**
 * Writes a synthetic delivery – seeded, dirty on purpose, with its truth – into an empty folder.
 * The same people, seed, region and law give the same bytes on every machine.
 */
export async function makeSample(question: SampleQuestion): Promise<SampleReport> {
  const { out, region, year, people, seed } = question;
  if (!(await isEmptyOrAbsent(out))) throw new Refusal("folder-not-empty", { found: out });
  await mkdir(out, { recursive: true });
  const books = new Books(filesFor(question.rates));
  const writers = await openWriters(out, books);
  const truth = await SampleWriter.open(join(out, truthFile.path), "utf-8", truthFile.header);
  try {
    for (const rows of countyRows(question, books)) await addRows(rows, writers, truth);
    const deductions = deductionRows(books, year);
    for (const row of deductions) books.enter(row);
    await addRows(deductions, writers, truth);
  } finally {
    for (const writer of [...writers.values(), truth]) await writer.close();
  }
  await writeFileAtomic(join(out, "agreements.yaml"), agreementsText(books, year));
  await writeFileAtomic(
    join(out, "delivery.yaml"),
    manifestText({ region, year, people, seed, books }),
  );
  return reportOf(question, books);
}

async function openWriters(out: string, books: Books): Promise<Writers> {
  const writers = new Map<SampleFileName, SampleWriter>();
  for (const name of books.files.keys()) {
    const { path, encoding, header } = sampleFiles[name];
    writers.set(name, await SampleWriter.open(join(out, path), encoding, header));
  }
  return writers;
}

async function addRows(
  rows: readonly SampleRow[],
  writers: Writers,
  truth: SampleWriter,
): Promise<void> {
  for (const row of rows) {
    const writer = writers.get(row.file);
    if (writer === undefined) continue;
    writer.add(row.text);
    if (row.person !== undefined) truth.add(truthLine(row, writer.lines));
    if (writer.isFull) await writer.flush();
  }
  if (truth.isFull) await truth.flush();
}

function truthLine(row: SampleRow, line: number): string {
  const { person, spoiled, expected, reported } = row;
  const { path } = sampleFiles[row.file];
  return [path, line, person, spoiled, expected, reported.join(" ")].join(",");
}

function reportOf({ out, people, rates }: SampleQuestion, books: Books): SampleReport {
  const files = [...books.files].map(([name, totals]) => {
    return { path: sampleFiles[name].path, rows: totals.rows };
  });
  return {
    out,
    people,
    files,
    dirt: dirtOf(rates, people, books),
    spoiled: Object.fromEntries([...books.spoiled].sort()),
    expected: Object.fromEntries([...books.expected].sort()),
  };
}

function dirtOf(rates: Rates, people: number, books: Books): readonly DirtReport[] {
  const claims = books.files.get("claims")?.rows ?? 0;
  const kinds = Object.keys(dirtKinds) as DirtKind[];
  return kinds
    .filter((kind) => rates[kind] > 0)
    .map((kind) => ({
      kind,
      rate: rateText(rates[kind]),
      wanted: Math.round((rates[kind] * (kind in personKinds ? people : claims)) / 100_000),
      made: books.befallen.get(kind) ?? 0,
    }));
}
