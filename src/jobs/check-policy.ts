import { dirname, join } from "node:path";
import { agreementsOf } from "../budget/agreement.js";
import { parseAgreements } from "../budget/parse-agreements.js";
import type { Problem } from "../domain/problem.js";
import { Refusal } from "../domain/refusal.js";
import { isEmptyOrAbsent } from "../io/files.js";
import { calendarOf, type DayOfChange } from "../policy/compared.js";
import { assumedValues, changeDays, secondaryValues } from "../policy/dated.js";
import type { Pack, PolicyValue } from "../policy/pack.js";
import { type Proven, provenOf } from "../policy/proven.js";
import type { Lang } from "../text/tell.js";
import { readDocuments } from "./mappings.js";
import { type PackPlace, readPack } from "./policy-files.js";
import { type FindWorkspace, packPlaces } from "./policy-places.js";

/** What the check of one pack found. */
export interface PackReport {
  readonly region: string;
  readonly title: string;
  readonly covers: { readonly from: string; readonly to: string };
  readonly files: readonly string[];
  readonly parameters: number;
  readonly values: number;
  /** Days on which something in the law changes. */
  readonly changeDays: readonly string[];
  readonly proven: Proven;
  /** What changes when, on the days that the pack covers. */
  readonly calendar: readonly DayOfChange[];
  readonly assumed: readonly PolicyValue[];
  readonly secondary: readonly PolicyValue[];
  /** Hospitals' agreements that clerks keep for the region. */
  readonly agreements: number;
}

export interface PolicyReport {
  readonly packs: readonly PackReport[];
}

/**
 * Checks packs and the agreements that lie beside them; refuses with every problem and its line.
 * In: what the user named (see `packPlaces`), or nothing for the workspace's own region.
 */
export async function checkPolicy(
  wanted: string | undefined,
  find: FindWorkspace,
  lang: Lang,
): Promise<PolicyReport> {
  const places = await packPlaces(wanted, find);
  const checked = await Promise.all(places.map((place) => checkPack(place, lang)));
  const problems = checked.flatMap((one) => one.problems);
  const found = places.length === 1 ? (places[0]?.path ?? "") : (wanted ?? "");
  if (problems.length > 0) throw new Refusal("files-wrong", { found }, problems);
  return { packs: checked.flatMap(({ report }) => (report === undefined ? [] : [report])) };
}

async function checkPack(place: PackPlace, lang: Lang) {
  const { pack, problems, inputs } = await readPack(place);
  const contracts = await agreementsBeside(place);
  const all = [...problems, ...contracts.problems];
  if (pack === undefined) return { problems: all };
  const files = inputs.map(({ path }) => path);
  return { problems: all, report: { ...reportOf(pack, lang), files, agreements: contracts.count } };
}

function reportOf(pack: Pack, lang: Lang): Omit<PackReport, "files" | "agreements"> {
  const { region, names, parameters, values } = pack;
  return {
    region,
    title: names.title,
    covers: names.covers,
    parameters: parameters.length,
    values: values.length,
    changeDays: changeDays(pack),
    proven: provenOf(pack),
    calendar: calendarOf(pack, lang),
    assumed: assumedValues(pack),
    secondary: secondaryValues(pack),
  };
}

/** The agreements of `mappings/contracts/<region>`, where the pack lies in such a folder. */
async function agreementsBeside({ path, region, root }: PackPlace) {
  const folder = join(dirname(dirname(path)), "contracts", region);
  const nothing: readonly Problem[] = [];
  if (await isEmptyOrAbsent(folder)) return { count: 0, problems: nothing };
  const read = await readDocuments(folder, "agreement", root);
  const parsed = read.flatMap(({ file, document }) =>
    document === undefined ? [] : [parseAgreements(file, document)],
  );
  const joined = agreementsOf(parsed.flatMap((one) => one.agreements));
  const unreadable = read.flatMap((one) => one.problems);
  const unfit = parsed.flatMap((one) => one.problems);
  const problems = [...unreadable, ...unfit, ...joined.problems];
  return { count: joined.agreements.length, problems };
}
