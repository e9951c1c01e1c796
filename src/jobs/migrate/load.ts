import { dayBefore, firstDay, lastDay, type Month, yearAfter } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { TableCoverage } from "../../migrate/code-coverage.js";
import { lawOn } from "../../policy/dated.js";
import type { Pack } from "../../policy/pack.js";
import type { Law } from "../../policy/schema.js";
import type { Store } from "../../store/store.js";
import type { CoverageLaw } from "../../unify/coverage.js";
import { subsidiesDue } from "../../unify/funding.js";
import { notAccepted, setAsideOf } from "../accept.js";
import { checkAgreements } from "../agreements.js";
import type { Job } from "../job.js";
import type { ReadLaw } from "../law.js";
import type { Mappings } from "../mappings.js";
import { checkTotals } from "./check-totals.js";
import { Correcting, type CorrectingPlan } from "./correcting.js";
import { type Gathered, newGathered } from "./gather.js";
import { type IntakeFile, type IntakeResult, intakeFile } from "./intake.js";
import { keepTexts } from "./keep-texts.js";
import { type FileNames, matchPeople } from "./match-people.js";
import { type Delivery, readingOf } from "./read-delivery.js";
import { type MigrateReport, maskedCodes, moneyLines, subsidyLines } from "./report.js";
import { tallyFiles } from "./tally-files.js";
import { takeDeductions } from "./unify-deductions.js";
import { unifyMoney } from "./unify-money.js";
import { unifyPeople } from "./unify-people.js";
import { unifyRegisters } from "./unify-registers.js";

/** A delivery that is loaded: what it came to, and what was read of it. */
export interface Loaded {
  readonly report: MigrateReport;
  readonly files: readonly IntakeResult[];
  /** The old codes that no crosswalk has, as they stand in the files. */
  readonly codes: readonly TableCoverage[];
}

/**
 * Reads, matches, unifies and tallies a delivery, inside the transaction of its caller. Corrected
 * rows of a loaded delivery are few, so control totals are not asked of them.
 */
export async function loadDelivery(
  job: Job,
  delivery: Delivery,
  { pack }: ReadLaw,
  runId: number,
  plan?: CorrectingPlan,
): Promise<Loaded> {
  const { store, progress } = job;
  await checkAgreements(store, job.workspace, delivery);
  await store.intake.clearStaging();
  const gathered = newGathered(pack, await closedMonths(store));
  const correcting = plan === undefined ? undefined : new Correcting(store, plan);
  const files = await readFiles({ job, delivery, runId, correcting }, gathered);
  correcting?.check();
  const names: FileNames = new Map(files.map(({ fileId, path }) => [fileId, path]));

  await progress.step("match");
  const { people } = await matchPeople(store, names);
  await progress.step("unify");
  const law = lawOfMonth(pack, delivery.manifest.month);
  const coverage = await unifyPeople(store, coverageLaw(law), names);
  const registers = await unifyRegisters(store, gathered, names);
  await takeDeductions(store, gathered.deductions, names);
  const funds = { balances: gathered.balances, lost: gathered.lostBalances };
  const money = await unifyMoney(store, funds, law["dates.switchDay"].value, names);
  await progress.step("tally");
  if (plan?.base === undefined) checkTotals(delivery, files, money.householdSums);
  await keepTexts(store, delivery.folder, files);
  const subsidies = subsidiesDue(coverage.unified, law["funding.subsidy"].value);
  const { mappings } = delivery;
  const codes = gathered.codes.report(mappings.entries, (table) => fieldOf(mappings, table));
  const report = {
    delivery: delivery.name,
    isDry: false,
    isRepeated: false,
    correctsRun: plan?.base?.runId ?? 0,
    runId,
    people,
    ...coverage,
    subsidies: subsidyLines(subsidies),
    ...registers,
    money: moneyLines(money),
    codes: maskedCodes(codes),
    ...(await tallied(store, delivery, runId, files)),
    ...(correcting === undefined ? {} : { corrections: await correcting.report(runId) }),
    outputs: [],
  };
  return { report, files, codes };
}

/** The field that a crosswalk fills, in the layouts of the delivery. */
function fieldOf({ layouts }: Mappings, table: string): string {
  const columns = [...layouts.values()].flatMap((layout) => layout.columns);
  return columns.find((column) => column.table === table)?.target ?? "";
}

/** Where every row went, why what is set aside is, and how much of that nobody accepted. */
async function tallied(
  store: Store,
  { manifest }: Delivery,
  runId: number,
  files: readonly IntakeResult[],
): Promise<Pick<MigrateReport, "files" | "setAside" | "findings" | "notAccepted" | "accept">> {
  const found = await store.intake.problemsByCode(runId);
  const setAside = setAsideOf(found);
  const tallies = await tallyFiles(store, runId, files);
  await store.intake.clearStaging();
  return {
    files: tallies,
    setAside: Object.fromEntries(setAside),
    findings: Object.fromEntries(found),
    notAccepted: notAccepted(waitingOf(setAside), manifest.accept),
    accept: Object.fromEntries(manifest.accept),
  };
}

/** What a person has dropped waits for nobody. */
function waitingOf(setAside: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...setAside].filter(([code]) => code !== "row-dropped"));
}

interface FilesPlan {
  readonly job: Job;
  readonly delivery: Delivery;
  readonly runId: number;
  readonly correcting: Correcting | undefined;
}

async function readFiles(
  { job, delivery, runId, correcting }: FilesPlan,
  gathered: Gathered,
): Promise<readonly IntakeResult[]> {
  const results: IntakeResult[] = [];
  for (const file of intakeFilesOf(delivery, runId)) {
    const planned = correcting === undefined ? file : await correcting.planned(file);
    if (planned === undefined) continue;
    await job.progress.step("read", file.path);
    results.push(await intakeFile(job, planned, delivery.mappings.crosswalks, gathered));
  }
  return results;
}

/** The files of a delivery as they are to be read. */
export function intakeFilesOf(delivery: Delivery, runId: number): readonly IntakeFile[] {
  const { folder, manifest, mappings, hashes } = delivery;
  const { divisions } = mappings;
  // A delivery may come late, and the next year's enrolments may be in it already.
  const latest = lastDay(yearAfter(manifest.month));
  return manifest.files.flatMap(({ path, layout: name, rows: statedRows }, at) => {
    const layout = mappings.layouts.get(name);
    if (layout === undefined) return [];
    const [sha256, reading] = [hashes[at] ?? "", readingOf(mappings, layout)];
    const how = { layout, divisions, latest, sha256, reading };
    return [{ folder, path, runId, statedRows, ...how }];
  });
}

/** Months in which nothing may change any more. */
async function closedMonths(store: Store): Promise<ReadonlySet<Month>> {
  const months = await store.months.list();
  const closed = months.filter(({ state }) => state === "closing" || state === "closed");
  return new Set(closed.map((one) => one.month));
}

function lawOfMonth(pack: Pack, month: Month): Law {
  const { law, problems } = lawOn(pack, firstDay(month));
  if (law !== undefined) return law;
  const values = { month, found: pack.region, count: problems.length };
  throw new Refusal("policy-missing", values, problems.slice(0, 3));
}

function coverageLaw(law: Law): CoverageLaw {
  const switchDay = law["dates.switchDay"].value;
  return {
    switchDay,
    lastOldDay: dayBefore(switchDay),
    adultFrom: law["coverage.minorUnderAge"].value,
    oldFrom: law["coverage.oldFromAge"].value,
  };
}
