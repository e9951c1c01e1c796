import { expect } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { type InspectReport, inspectSource } from "../../src/jobs/inspect-source.js";
import { testFile } from "../io/folder.js";

/** What a file is expected to be told as; `notes` and `names` completely. */
export interface Verdict extends Partial<InspectReportShape> {
  readonly names?: readonly string[];
  readonly notes?: readonly string[];
}

type InspectReportShape = Pick<
  InspectReport,
  "format" | "encoding" | "delimiter" | "header" | "headerRow" | "headerRows" | "rows" | "quote"
>;

/** How a file is looked at; where a draft goes. */
export interface Ways {
  readonly name?: string;
  readonly entry?: string;
  readonly sheet?: string;
  readonly propose?: string;
}

/** Inspects a file with these bytes, without a workspace. */
export function inspected(bytes: Uint8Array, { name, ...ways }: Ways = {}): Promise<InspectReport> {
  return inspectSource({ file: testFile(bytes, name), dir: packageRoot(), lang: "zh", ...ways });
}

/** Holds a report to a verdict. */
export function expectVerdict(report: InspectReport, verdict: Verdict): void {
  const { names, notes, ...expected } = verdict;
  expect(report).toMatchObject({ ...expected, unfit: [] });
  if (notes !== undefined) expect(report.notes.map((note) => note.code)).toEqual(notes);
  if (names !== undefined) expect(report.columns.map((one) => one.name)).toEqual(names);
}
