import { type Day, type Month, yearOf } from "../../domain/period.js";
import type { TableCoverage } from "../../migrate/code-coverage.js";
import type { Pack } from "../../policy/pack.js";
import type { Store } from "../../store/store.js";
import { subsidiesDue } from "../../unify/funding.js";
import { notAccepted, setAsideOf } from "../accept.js";
import { checkAgreements } from "../agreements.js";
import { coverageLaw, duplicateLawOf, lawOfMonth, subsidyOf } from "../coverage-law.js";
import type { DuplicateLaw } from "../duplicates/duplicated-people.js";
import { endForEmployees } from "../duplicates/end-for-employees.js";
import type { Job } from "../job.js";
import type { ReadLaw } from "../law.js";
import type { MappingInput } from "../mapping-input.js";
import type { Mappings } from "../mappings.js";
import { acceptedBefore } from "./accepted-differences.js";
import { carryHistory } from "./benefit-history.js";
import { checkTotals } from "./check-totals.js";
import { Correcting, type CorrectingPlan } from "./correcting.js";
import { endAbsent } from "./ended-enrolments.js";
import type { FileNames } from "./file-names.js";
import { newGathered } from "./gather.js";
import type { Gathered } from "./gathered.js";
import type { IntakeResult } from "./intake.js";
import { keepTexts } from "./keep-texts.js";
import { laterReport } from "./later-report.js";
import { matchPeople } from "./match-people.js";
import type { Delivery } from "./read-delivery.js";
import { readFiles } from "./read-files.js";
import { copiesAmong, repeatedFiles } from "./repeated-files.js";
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
  /** How people were matched: the spec, its tables and the weights. */
  readonly matchInputs: readonly MappingInput[];
  /** By what duplicated enrolments are judged. */
  readonly duplicateLaw: DuplicateLaw;
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
  const isWhole = plan?.base === undefined;
  const { counted, matchInputs, duplicateLaw } = await unifyAll(job, delivery, pack, {
    runId,
    gathered,
    files,
    isWhole,
  });
  await progress.step("tally");
  const accepted =
    plan?.base === undefined
      ? await checkTotals(store, delivery, files, counted.money.householdSums)
      : await acceptedBefore(store, plan.base.runId);
  await keepTexts(store, delivery.pathOf, files);
  const { mappings } = delivery;
  const codes = gathered.codes.report(mappings.entries, (table) => fieldOf(mappings, table));
  const report = {
    delivery: delivery.name,
    isDry: false,
    isRepeated: false,
    acceptedDifferences: accepted,
    correctsRun: plan?.base?.runId ?? 0,
    runId,
    ...counted,
    money: moneyLines(counted.money),
    repeatedFiles: repeatedFiles(files),
    codes: maskedCodes(codes),
    ...(await tallied(store, delivery, runId, files)),
    ...(correcting === undefined ? {} : { corrections: await correcting.report(runId) }),
    outputs: [],
  };
  return { report, files, codes, matchInputs, duplicateLaw };
}

/** What was read of a delivery, on its way into the records. */
interface Read {
  readonly runId: number;
  readonly gathered: Gathered;
  readonly files: readonly IntakeResult[];
  /** Whether all of the delivery was read, not only corrected rows. */
  readonly isWhole: boolean;
}

/** Finds who is who, and unifies: people, registers, deductions, money. */
async function unifyAll(job: Job, delivery: Delivery, pack: Pack, read: Read) {
  const { gathered, files, isWhole } = read;
  const { store, progress } = job;
  const names: FileNames = new Map(files.map(({ fileId, path }) => [fileId, path]));
  await progress.step("match");
  const { manifest, rules, personRules } = delivery;
  const found = await matchPeople(job, read.runId, names, { rules, ...personRules });
  const { people, knownRows, updated, matching, inputs: matchInputs } = found;
  await progress.step("unify");
  const law = lawOfMonth(pack, delivery.manifest.month);
  const day = manifest.day === "" ? undefined : manifest.day;
  const stopOn = rules?.psn_insu_stas === "update" ? day : undefined;
  const coverageOn = coverageLaw(pack, law, personRules.duplicates);
  const benefits = await carryHistory(store, yearOf(coverageOn.lastOldDay), names);
  const { stopped, ...coverage } = await unifyPeople(store, coverageOn, names, stopOn);
  const duplicateLaw = duplicateLawOf(pack, coverageOn, day);
  await endForEmployees(store, duplicateLaw);
  const lists = isWhole ? manifest.complete : [];
  const absent = await endAbsent(store, lists, manifest.day as Day, files);
  const registers = await unifyRegisters(store, gathered, names);
  await takeDeductions(store, gathered.deductions, names);
  const funds = { balances: gathered.balances, lost: gathered.lostBalances };
  const again = { balances: gathered.repeatedBalances, copies: copiesAmong(files) };
  const { switchDay } = coverageOn;
  const money = await unifyMoney({ store, switchDay, files: names, benefits }, funds, again);
  const subsidies = subsidiesDue(coverage.unified, subsidyOf(pack, law));
  const later = laterReport(manifest, { people, knownRows, updated, stopped, ...absent });
  const counted = {
    people,
    matching,
    ...coverage,
    subsidies: subsidyLines(subsidies),
    ...registers,
    money,
    ...(later === undefined ? {} : { later }),
  };
  return { counted, matchInputs, duplicateLaw };
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

/** Months in which nothing may change any more. */
async function closedMonths(store: Store): Promise<ReadonlySet<Month>> {
  const months = await store.months.list();
  const closed = months.filter(({ state }) => state === "closing" || state === "closed");
  return new Set(closed.map((one) => one.month));
}
