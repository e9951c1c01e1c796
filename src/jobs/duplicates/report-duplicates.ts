import { join, relative } from "node:path";
import { yuanText } from "../../domain/money.js";
import { csvPieces, csvText } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { EnrolmentRow } from "../../store/port/kept-rows.js";
import type { RunOutput } from "../../store/port/runs.js";
import { duplicateCostHeader, duplicateHeader, duplicateOutcomes } from "../../text/duplicates.js";
import { type Lang, tell } from "../../text/tell.js";
import { isOfEmployees, numberOf } from "../../unify/continuing.js";
import type { CostLine } from "../../unify/duplicate-costs.js";
import type { Job } from "../job.js";
import { type CostTotalLine, DuplicateCount, type DuplicateSummary } from "./duplicate-summary.js";
import { type DuplicatedPerson, type DuplicateLaw, duplicatedPeople } from "./duplicated-people.js";

/** What is written about people who are enrolled more than once. */
export interface DuplicateReport {
  readonly summary: DuplicateSummary;
  /** Nothing where nobody is. */
  readonly outputs: readonly RunOutput[];
}

/** Which report it is. */
export interface DuplicatePlan {
  readonly law: DuplicateLaw;
  readonly month: string;
  /** What its files are called, behind what they are. */
  readonly suffix: string;
  readonly isDry: boolean;
}

/**
 * Lists everybody who is enrolled more than once, with what becomes of each enrolment, by which
 * rule, and what it costs (for its owner's eyes only), and the costs by county and year with
 * their sum. Both are counted in one walk, so that the totals are those of the lines.
 */
export async function reportDuplicates(job: Job, plan: DuplicatePlan): Promise<DuplicateReport> {
  const { workspace, store } = job;
  const { rules } = plan.law;
  const count = new DuplicateCount((row) => isOfEmployees(row, rules));
  const people = duplicatedPeople(store, plan.law);
  const first = await people.next();
  if (first.done === true) return { summary: count.summary(), outputs: [] };
  const lines = personLines(workspace.lang, count, first.value, people);
  const start = plan.isDry ? "check-" : "";
  const list = join(workspace.output, "private", `${start}duplicates-${plan.suffix}.csv`);
  const listed = csvPieces(lines, { bom: true, textColumns: TEXT_COLUMNS });
  await writeFileAtomic(list, listed, { mode: PRIVATE_MODE });
  const summary = count.summary();
  const costs = join(workspace.output, plan.month, `${start}duplicate-costs-${plan.suffix}.csv`);
  const rows = costRows(summary, workspace.lang);
  await writeFileAtomic(costs, csvText(rows, { bom: true, textColumns: new Set([0]) }));
  const written = async (path: string, isPrivate: boolean): Promise<RunOutput> => {
    return { path: relative(workspace.root, path), sha256: await sha256Of(path), isPrivate };
  };
  return { summary, outputs: [await written(list, true), await written(costs, false)] };
}

/** Columns of names and numbers: never a formula. */
const TEXT_COLUMNS = new Set([0, 1, 2, 3, 4, 5, 6, 7, 11, 13, 17]);

async function* personLines(
  lang: Lang,
  count: DuplicateCount,
  first: DuplicatedPerson,
  others: AsyncIterable<DuplicatedPerson>,
): AsyncGenerator<readonly string[]> {
  yield duplicateHeader[lang];
  count.add(first);
  yield* linesOf(first, lang);
  for await (const person of others) {
    count.add(person);
    yield* linesOf(person, lang);
  }
}

/** A line for each enrolment and year; an enrolment that costs nothing has one all the same. */
function linesOf(person: DuplicatedPerson, lang: Lang): readonly (readonly string[])[] {
  const { psnNo, psnName, certno, enrolments, costs } = person;
  return enrolments.flatMap((row) => {
    const { source, legacyId, insutype, psnType, insuplcAdmdvs, psnInsuDate } = row;
    const own = costs.lines.filter((line) => numberOf(line.row) === numberOf(row));
    const years = [...new Set(own.map((line) => line.year))].sort();
    const facts = [psnNo, psnName, certno, source, legacyId, insutype, psnType, insuplcAdmdvs];
    const outcome = outcomeOf(person, row, lang);
    const open = tell(duplicateOutcomes.undecided, lang);
    const money = years.map((year) =>
      moneyOf(
        own.filter((line) => line.year === year),
        year,
      ),
    );
    const none = costs.open.length > 0 ? ["", "", open, "", "", ""] : ["", "", "", "", "", ""];
    return (money.length > 0 ? money : [none]).map((one) => {
      return [...facts, psnInsuDate, ...outcome, ...one];
    });
  });
}

function outcomeOf(
  { decided }: DuplicatedPerson,
  row: EnrolmentRow,
  lang: Lang,
): readonly string[] {
  const isSame = (other: EnrolmentRow): boolean => numberOf(other) === numberOf(row);
  const ended = decided.ended.find((one) => isSame(one.row));
  if (ended !== undefined) {
    const { rule, enddate } = ended;
    const outcome = rule.isSuspending ? duplicateOutcomes.suspended : duplicateOutcomes.ends;
    return [tell(outcome, lang), enddate, rule.name, rule.status, rule.cite];
  }
  if (decided.left.length > 1) return [tell(duplicateOutcomes.undecided, lang), "", "", "", ""];
  const why = decided.ended.at(-1)?.rule;
  const told = [why?.name ?? "", why?.status ?? "", why?.cite ?? ""];
  return [tell(duplicateOutcomes.continues, lang), "", ...told];
}

function moneyOf(lines: readonly CostLine<EnrolmentRow>[], year: number): readonly string[] {
  const of = (kind: CostLine<EnrolmentRow>["kind"]) => lines.find((line) => line.kind === kind);
  const text = (line: CostLine<EnrolmentRow> | undefined): string =>
    line === undefined ? "" : line.amount === undefined ? "?" : yuanText(line.amount);
  const [refund, kept] = [of("refund"), of("kept")];
  const paid = text(refund ?? kept);
  const refunded = kept === undefined ? text(refund) : "0.00";
  const rule = (refund ?? kept)?.rule?.name ?? "";
  return [String(year), paid, refunded, rule, text(of("subsidy")), text(of("recover"))];
}

function costRows({ totals, sum }: DuplicateSummary, lang: Lang): readonly (readonly string[])[] {
  const told = (line: CostTotalLine, place: string, year: string): readonly string[] => [
    ...[place, year, String(line.refunds), line.refundAmount, String(line.kept), line.keptAmount],
    ...[String(line.subsidies), line.subsidyAmount, String(line.subsidiesUnknown)],
    ...[String(line.recoveries), line.recoverAmount],
  ];
  return [
    duplicateCostHeader[lang],
    ...totals.map((line) => told(line, line.admdvs, String(line.year))),
    told(sum, lang === "zh" ? "合计" : "total", ""),
  ];
}
