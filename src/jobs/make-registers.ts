import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { isEmptyOrAbsent } from "../io/files.js";
import { rateText } from "../sample/rates.js";
import { type RegisterDirt, registerDirt } from "../sample/registers/dirt.js";
import {
  REGISTER_ID,
  RegisterMaker,
  type RegisterName,
  type RegisterRow,
  registers,
} from "../sample/registers/registers.js";
import { SampleWriter } from "./sample-writer.js";

export interface RegistersQuestion {
  readonly people: number;
  readonly seed: string;
  /** A folder that is empty or not there yet. */
  readonly out: string;
}

export interface RegistersReport {
  readonly out: string;
  readonly people: number;
  /** The column that names a row. */
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly rows: number }[];
  readonly dirt: readonly RegisterDirtReport[];
  /** How many pairs of rows are one person. */
  readonly pairs: number;
}

/** How often a kind of dirt was asked for, and how often it was made. */
export interface RegisterDirtReport {
  readonly kind: RegisterDirt;
  readonly rate: string;
  readonly wanted: number;
  readonly made: number;
}

/**
 * Writes two registers to be matched, and `truth.csv`, which says of every row whose it is. The
 * same people and seed give the same bytes on every machine.
 */
export async function makeRegisters(question: RegistersQuestion): Promise<RegistersReport> {
  const { out, people, seed } = question;
  if (!(await isEmptyOrAbsent(out))) throw new Refusal("folder-not-empty", { found: out });
  await mkdir(out, { recursive: true });
  const names = Object.keys(registers) as RegisterName[];
  const open = async (path: string, header: readonly string[]): Promise<SampleWriter> =>
    SampleWriter.open(join(out, path), "utf-8", header.join(","));
  const writers = new Map<RegisterName, SampleWriter>();
  for (const name of names) {
    const { path, columns } = registers[name];
    writers.set(name, await open(path, [REGISTER_ID, ...Object.values(columns)]));
  }
  const truth = await open("truth.csv", [REGISTER_ID, "人", "脏"]);
  const maker = new RegisterMaker(people, seed);
  let pairs = 0;
  try {
    for (const rows of maker.rows()) {
      pairs += pairsOf(rows);
      for (const row of rows) {
        writers.get(row.register)?.add([row.id, ...row.cells].join(","));
        truth.add([row.id, row.person, row.dirt.join(" ")].join(","));
      }
      for (const writer of [...writers.values(), truth]) if (writer.isFull) await writer.flush();
    }
  } finally {
    for (const writer of [...writers.values(), truth]) await writer.close();
  }
  const files = names.map((name) => {
    return { path: registers[name].path, rows: (writers.get(name)?.lines ?? 1) - 1 };
  });
  return { out, people, id: REGISTER_ID, files, dirt: dirtOf(maker, people, files), pairs };
}

/** How many pairs of the rows of a household are one person. */
function pairsOf(rows: readonly RegisterRow[]): number {
  let pairs = 0;
  rows.forEach(({ person }, at) => {
    pairs += rows.slice(at + 1).filter((other) => other.person === person).length;
  });
  return pairs;
}

function dirtOf(
  { plan }: RegisterMaker,
  people: number,
  files: RegistersReport["files"],
): readonly RegisterDirtReport[] {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return (Object.keys(registerDirt) as RegisterDirt[]).map((kind) => {
    const { rate, of } = registerDirt[kind];
    const wanted = Math.round((rate * (of === "people" ? people : rows)) / 100_000);
    return { kind, rate: rateText(rate), wanted, made: plan.count(kind) };
  });
}
