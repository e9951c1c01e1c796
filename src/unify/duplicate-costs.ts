import { add, type Yuan, zero } from "../domain/money.js";
import { type Day, firstDay, type Month, yearOf } from "../domain/period.js";
import type { HeldEnrolment } from "../domain/source-rows.js";
import { type Continuing, isOfEmployees, numberOf } from "./continuing.js";
import type { DuplicateRules, RefundRule } from "./duplicate-rules.js";

/** What becomes of one amount of an enrolment that was one too many in a year. */
export interface CostLine<Row> {
  /**
   * 退费 `refund` and 不退 `kept`: the contribution; 收回补助 `subsidy`: what the government paid
   * twice; 待追回待遇 `recover`: benefits drawn although another enrolment paid some too.
   */
  readonly kind: "refund" | "kept" | "subsidy" | "recover";
  readonly row: Row;
  readonly year: number;
  /** Undefined: the policy pack says nothing of the year's subsidy. */
  readonly amount: Yuan | undefined;
  /** Which rule refunds a contribution, or does not. */
  readonly rule?: RefundRule;
}

/** What duplicates of one person cost. */
export interface DuplicateCosts<Row> {
  readonly lines: readonly CostLine<Row>[];
  /** Kinds of which nothing can be said before somebody decides which enrolment continues. */
  readonly open: readonly CostLine<Row>["kind"][];
}

export interface CostQuestion<Row> {
  /** Every row in normal status, also those that state a further year of one enrolment. */
  readonly rows: readonly Row[];
  readonly decided: Continuing<Row>;
  readonly rules: DuplicateRules;
  /** First day of the unified scheme: enrolments of the old ones ran until the day before. */
  readonly switchDay: Day;
  /** What governments pay a year for a 人员类别; undefined where no law says it. */
  readonly subsidyOf: (year: number, psnType: string) => Yuan | undefined;
  /** Benefits drawn under the old number of a row in a year. */
  readonly drawnIn: (row: Row, year: number) => Yuan;
}

/**
 * What a person's duplicated enrolments cost, by year: of the enrolments held in a year one is the
 * person's; every other one is a subsidy to take back, and its contribution is refunded by the
 * rules. The person's is the only one under which benefits were drawn in the year (R6, Q24), else
 * the one that continues. Where nobody has decided that yet, only those kinds of amounts are told
 * that come to the same whichever continues.
 */
export function duplicateCosts<Row extends HeldEnrolment>(
  question: CostQuestion<Row>,
): DuplicateCosts<Row> {
  const { decided } = question;
  const ended = [...decided.ended].reverse().map((one) => one.row);
  const ways = decided.left.map((first) => {
    const others = decided.left.filter((row) => row !== first);
    return linesOf(question, [first, ...others, ...ended]);
  });
  const [lines = [], ...otherwise] = ways;
  const open = KINDS.filter((kind) =>
    otherwise.some((other) => outline(other, kind) !== outline(lines, kind)),
  );
  return { lines: lines.filter((line) => !open.includes(line.kind)), open };
}

const KINDS = ["refund", "kept", "subsidy", "recover"] as const;

/** What a kind comes to, by place, year and amount. */
function outline<Row extends HeldEnrolment>(
  lines: readonly CostLine<Row>[],
  kind: CostLine<Row>["kind"],
): string {
  const ofKind = lines.filter((line) => line.kind === kind);
  const told = ofKind.map(({ row, year, amount }) => `${row.insuplcAdmdvs} ${year} ${amount}`);
  return told.sort().join("|");
}

/** The lines where enrolments are preferred in this order. */
function linesOf<Row extends HeldEnrolment>(
  question: CostQuestion<Row>,
  preferred: readonly Row[],
): readonly CostLine<Row>[] {
  const last = yearOf(question.switchDay);
  const first = last - question.rules.subsidies.years + 1;
  const paidFor = question.rows.flatMap((row) =>
    row.accrymBegn === "" ? [] : [yearOf(row.accrymBegn)],
  );
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const all = new Set([...years, ...paidFor.filter((year) => year >= first)]);
  return [...all].sort().flatMap((year) => linesOfYear(question, preferred, year));
}

function linesOfYear<Row extends HeldEnrolment>(
  question: CostQuestion<Row>,
  preferred: readonly Row[],
  year: number,
): readonly CostLine<Row>[] {
  const { rules, drawnIn } = question;
  const held = preferred.filter((row) => isHeld(question, row, year));
  const own = ownOf(question, held, year);
  const spare = held.filter((row) => row !== own && !isOfEmployees(row, rules));
  return spare.flatMap((row): CostLine<Row>[] => {
    const drawn = drawnIn(row, year);
    const isTwice = drawn > zero && own !== undefined && drawnIn(own, year) > zero;
    return [
      ...contributionLines(question, row, year),
      ...subsidyLines(question, row, year),
      ...(isTwice ? [{ kind: "recover" as const, row, year, amount: drawn }] : []),
    ];
  });
}

/** The enrolment that is the person's in a year, of those held in the order of preference. */
function ownOf<Row extends HeldEnrolment>(
  { rules, drawnIn }: CostQuestion<Row>,
  held: readonly Row[],
  year: number,
): Row | undefined {
  const [first] = held;
  if (first !== undefined && isOfEmployees(first, rules)) return first;
  const drawing = held.filter((row) => drawnIn(row, year) > zero);
  return drawing.length === 1 ? drawing[0] : first;
}

/** An enrolment is held in the years since it began, until the switch, and those paid for. */
function isHeld<Row extends HeldEnrolment>(
  { rows, switchDay }: CostQuestion<Row>,
  row: Row,
  year: number,
): boolean {
  const isRunning = yearOf(row.psnInsuDate) <= year && year <= yearOf(switchDay);
  return isRunning || rows.some((one) => isPaid(one, row, year));
}

function isPaid(one: HeldEnrolment, row: HeldEnrolment, year: number): boolean {
  return numberOf(one) === numberOf(row) && one.accrymBegn.startsWith(String(year));
}

/** One subsidy a year for a resident, in the years that are looked at. */
function subsidyLines<Row extends HeldEnrolment>(
  { rules, switchDay, subsidyOf }: CostQuestion<Row>,
  row: Row,
  year: number,
): readonly CostLine<Row>[] {
  const last = yearOf(switchDay);
  if (year > last || year <= last - rules.subsidies.years) return [];
  return [{ kind: "subsidy", row, year, amount: subsidyOf(year, row.psnType) }];
}

/** The contribution of a year, refunded or not; the same one stated twice counts once. */
function contributionLines<Row extends HeldEnrolment>(
  question: CostQuestion<Row>,
  row: Row,
  year: number,
): readonly CostLine<Row>[] {
  const stated = question.rows.filter((one) => isPaid(one, row, year) && one.psnClctAmt > zero);
  const byMonth = new Map(stated.map((one) => [`${one.accrymBegn} ${one.psnClctAmt}`, one]));
  const amount = [...byMonth.values()].reduce((sum, one) => add(sum, one.psnClctAmt), zero);
  if (amount === zero) return [];
  const rule = question.rules.refunds.find((one) => fits(one, question, row, year));
  if (rule === undefined) return [];
  return [{ kind: rule.isRefunded ? "refund" : "kept", row, year, amount, rule }];
}

function fits<Row extends HeldEnrolment>(
  { when }: RefundRule,
  { rows, switchDay, drawnIn }: CostQuestion<Row>,
  row: Row,
  year: number,
): boolean {
  if (when === "always") return true;
  if (drawnIn(row, year) > zero) return false;
  // The benefits of a year begin with its first day; the old enrolment ended before the switch.
  if (when === "ends-before-benefits") return firstDay(`${year}-01` as Month) >= switchDay;
  return rows.some((one) => {
    const isOther = numberOf(one) !== numberOf(row);
    return isOther && one.accrymBegn.startsWith(String(year)) && one.psnClctAmt > zero;
  });
}
