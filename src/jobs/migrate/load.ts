import { dayBefore, firstDay, type Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
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
import { checkTotals } from "./check-totals.js";
import { type Gathered, newGathered } from "./gather.js";
import { type IntakeResult, intakeFile } from "./intake.js";
import { keepTexts } from "./keep-texts.js";
import { type FileNames, matchPeople } from "./match-people.js";
import type { Delivery } from "./read-delivery.js";
import { type MigrateReport, moneyLines, subsidyLines } from "./report.js";
import { tallyFiles } from "./tally-files.js";
import { takeDeductions } from "./unify-deductions.js";
import { unifyMoney } from "./unify-money.js";
import { unifyPeople } from "./unify-people.js";
import { unifyRegisters } from "./unify-registers.js";

/** Reads, matches, unifies and tallies a delivery, inside the transaction of its caller. */
export async function loadDelivery(
  job: Job,
  delivery: Delivery,
  { pack }: ReadLaw,
  runId: number,
): Promise<MigrateReport> {
  const { store, progress } = job;
  await checkAgreements(store, job.workspace, delivery);
  await store.intake.clearStaging();
  const gathered = newGathered(pack, await closedMonths(store));
  const files = await readFiles(job, delivery, runId, gathered);
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
  checkTotals(delivery, files, money.householdSums);
  await keepTexts(store, runId, delivery.folder);
  const subsidies = subsidiesDue(coverage.unified, law["funding.subsidy"].value);
  return {
    delivery: delivery.name,
    isDry: false,
    isRepeated: false,
    runId,
    people,
    ...coverage,
    subsidies: subsidyLines(subsidies),
    ...registers,
    money: moneyLines(money),
    ...(await tallied(store, delivery, runId, files)),
    outputs: [],
  };
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
    notAccepted: notAccepted(setAside, manifest.accept),
    accept: Object.fromEntries(manifest.accept),
  };
}

async function readFiles(
  job: Job,
  { folder, manifest, mappings, layouts }: Delivery,
  runId: number,
  gathered: Gathered,
): Promise<readonly IntakeResult[]> {
  const results: IntakeResult[] = [];
  for (const delivered of manifest.files) {
    const { path, rows: statedRows } = delivered;
    const layout = layouts.get(delivered);
    if (layout === undefined) continue;
    await job.progress.step("read", path);
    const file = { folder, path, layout, runId, statedRows };
    results.push(await intakeFile(job, file, mappings.crosswalks, gathered));
  }
  return results;
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
