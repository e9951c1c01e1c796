import { join } from "node:path";
import { packageRoot } from "../src/io/files.js";
import { makeRegisters } from "../src/jobs/make-registers.js";
import { matchFiles } from "../src/jobs/match/match-files.js";
import { judge, truthIn } from "./judge.js";

type Result = Readonly<Record<string, number>>;

const silent = { step: () => undefined, advance: () => undefined };
const ID = "编号";

/** Two registers of so many people, to be matched. */
export async function makePeople(folder: string, people: string): Promise<Result> {
  const { pairs } = await makeRegisters({ people: Number(people), seed: "bench", out: folder });
  return { pairs };
}

/** Matches the two registers in a folder. */
export async function matchPeople(folder: string): Promise<Result> {
  const files = ["ncms.csv", "urbmi.csv"].map((name) => join(folder, name));
  return matchWith("mappings/match/people.yaml", files, ID, folder);
}

/** Holds what was matched in a folder against its truth. */
export async function judgePeople(folder: string, from: string): Promise<Result> {
  const truth = await truthIn(join(folder, "truth.csv"), ID, (cells) => cells.get("人") ?? "");
  return { ...(await judge(join(folder, "pairs.csv"), Number(from), truth)) };
}

/** Matches a FEBRL data set. */
export async function matchFebrl(data: string, folder: string): Promise<Result> {
  return matchWith("bench/match/febrl.yaml", [data], "rec_id", folder);
}

/** `rec-12-org` and `rec-12-dup-3` are one person. */
export async function judgeFebrl(data: string, folder: string): Promise<Result> {
  const truth = await truthIn(data, "rec_id", (cells) => cells.get("rec_id")?.split("-")[1] ?? "");
  return { ...(await judge(join(folder, "pairs.csv"), 0.95, truth)), people: truth.size };
}

async function matchWith(
  spec: string,
  files: readonly string[],
  id: string,
  folder: string,
): Promise<Result> {
  const { thresholds, rows } = await matchFiles({
    spec: join(packageRoot(), spec),
    files,
    id,
    out: join(folder, "pairs.csv"),
    floor: 0.01,
    isAcross: false,
    dir: folder,
    progress: silent,
  });
  const { user, system } = process.cpuUsage();
  const all = rows.reduce((sum, one) => sum + one, 0);
  return { rows: all, same: thresholds.same, cpu: (user + system) / 1e6 };
}
