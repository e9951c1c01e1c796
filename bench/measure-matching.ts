import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/io/files.js";
import { runTask } from "./measure.js";
import { count, type Line, mebibytes, seconds } from "./table.js";

const PEOPLE = 1_000_000;

/** Public data sets, where they lie beside the program. */
const FEBRL = join(packageRoot(), "../shared/data/febrl");

/**
 * Finding the records of one person: in two registers of a million people, and in public data sets.
 * It is no race against a peer: what counts is how many are found, and how many of them wrongly.
 */
export function measureMatching(folder: string, scale: number): readonly Line[] {
  const people = PEOPLE * scale;
  const registers = join(folder, "registers");
  console.error(`making and matching registers of ${count(people)} people …`);
  runTask("make-people", registers, String(people));
  const matched = runTask("match-people", registers);
  const judged = runTask("judge-people", registers, String(matched.result["same"]));
  const ours: Line = {
    what: `match two registers of ${count(people)} people`,
    ours: seconds(matched.seconds),
    peak: mebibytes(matched.peak),
    note: noteOf({ ...matched.result, ...judged.result }),
  };
  return [ours, ...["dataset1.csv", "dataset2.csv"].flatMap((name) => febrlLine(folder, name))];
}

function febrlLine(folder: string, name: string): readonly Line[] {
  const data = join(FEBRL, name);
  if (!existsSync(data)) return [];
  const out = join(folder, name);
  mkdirSync(out);
  const matched = runTask("match-febrl", data, out);
  const judged = runTask("judge-febrl", data, out);
  return [
    {
      what: `match FEBRL ${name} (${count(judged.result["people"] ?? 0)} records)`,
      ours: seconds(matched.seconds),
      peak: mebibytes(matched.peak),
      note: noteOf({ ...matched.result, ...judged.result }),
    },
  ];
}

function noteOf(result: Readonly<Record<string, number>>): string {
  const { precision = 0, recall = 0, cpu = 0 } = result;
  const found = `precision ${precision.toFixed(5)}, recall ${recall.toFixed(5)}, without review`;
  return `${found}; ${cpu.toFixed(1)} s of processor time on all threads`;
}
