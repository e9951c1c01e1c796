import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type AmountField, amountFields } from "../domain/amounts.js";
import { yuanText } from "../domain/money.js";
import type { Problem } from "../domain/problem.js";
import { Refusal } from "../domain/refusal.js";
import { readDocument } from "../io/yaml.js";
import type { Pack } from "../policy/pack.js";
import { explainSettlement } from "../settle/explain.js";
import { parseTrials } from "../settle/trial/parse-trials.js";
import type { TriedBill } from "../settle/trial/tried-bill.js";
import { type Tried, tryTrial } from "../settle/trial/try-trial.js";
import type { Lang } from "../text/tell.js";
import type { PackPlace } from "./policy-files.js";
import { type FindWorkspace, packPlace } from "./policy-places.js";
import { soundPack } from "./sound-pack.js";

/** One bill of an example, settled; amounts in yuan. */
export interface TriedBillReport {
  readonly day: string;
  /** Label of the hospital's level. */
  readonly level: string;
  readonly medfeeSumamt: string;
  readonly inscpScpAmt: string;
  readonly amounts: Readonly<Record<AmountField, string>>;
  /** The bill as `settle explain` says it. */
  readonly lines: readonly string[];
}

export interface TriedReport {
  readonly name: string;
  readonly cite: string;
  readonly bills: readonly TriedBillReport[];
  readonly asked: Tried["asked"];
}

/** What worked examples came to under a pack. */
export interface TrialReport {
  readonly region: string;
  readonly title: string;
  readonly trials: readonly TriedReport[];
  /** How many values the examples state. */
  readonly values: number;
  readonly problems: readonly Problem[];
}

/**
 * Settles the worked examples of a file under a pack and compares what they state. Nothing is
 * stored. Refuses a pack or a file of examples with problems, each with its line.
 */
export async function tryPolicy(question: {
  /** File of examples; without it those of the pack, `mappings/examples/<region>.yaml`. */
  readonly path: string | undefined;
  readonly pack: string | undefined;
  readonly find: FindWorkspace;
  readonly lang: Lang;
}): Promise<TrialReport> {
  const { find, lang } = question;
  const pack = await soundPack(question.pack, find);
  const path = question.path ?? examplesOf(await packPlace(question.pack, find));
  if (!existsSync(path)) throw new Refusal("file-missing", { found: path });
  const file = basename(path);
  const read = await readDocument(path, file);
  const parsed = read.document === undefined ? undefined : parseTrials(file, read.document, pack);
  const problems = [...read.problems, ...(parsed?.problems ?? [])];
  if (parsed === undefined || problems.length > 0) {
    throw new Refusal("files-wrong", { found: path }, problems);
  }
  const tried = parsed.trials.map((trial) => tryTrial(trial, pack, file));
  return {
    region: pack.region,
    title: pack.names.title,
    trials: tried.map((one) => reportOf(one, pack, lang)),
    values: tried.reduce((count, { trial }) => count + statedBy(trial), 0),
    problems: tried.flatMap((one) => one.problems),
  };
}

/** The worked examples that lie beside the folder of the packs. */
function examplesOf({ path, region }: PackPlace): string {
  return join(dirname(dirname(path)), "examples", `${region}.yaml`);
}

function reportOf({ trial, bills, asked }: Tried, pack: Pack, lang: Lang): TriedReport {
  const { name, cite } = trial;
  return { name, cite, asked, bills: bills.flatMap((bill) => billOf(bill, pack, lang)) };
}

function billOf(
  { claim, settlement }: TriedBill,
  pack: Pack,
  lang: Lang,
): readonly TriedBillReport[] {
  if (settlement === undefined) return [];
  const amounts = amountFields.map((field) => [field, yuanText(settlement[field])] as const);
  const bill: TriedBillReport = {
    day: claim.enddate,
    level: pack.names.labels.levels.get(claim.dedcHospLv) ?? claim.dedcHospLv,
    medfeeSumamt: yuanText(claim.medfeeSumamt),
    inscpScpAmt: yuanText(claim.inscpScpAmt),
    amounts: Object.fromEntries(amounts) as Record<AmountField, string>,
    lines: explainSettlement({ claim, settlement, pack, lang }),
  };
  return [bill];
}

function statedBy({ bills, lines, funding, start }: Tried["trial"]): number {
  const ofBills = bills.map(({ gives, year }) => gives.length + year.length);
  const ofLines = lines.map(({ gives }) => gives.length);
  const others = funding.length + (start === undefined ? 0 : 1);
  return [...ofBills, ...ofLines].reduce((count, one) => count + one, others);
}
