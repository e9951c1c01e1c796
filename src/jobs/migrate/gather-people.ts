import { insutype } from "../../domain/codes.js";
import { exactText } from "../../domain/money.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import type { SourceEnrolment } from "../../domain/records.js";
import { enrolmentChecks } from "../../migrate/cross-checks.js";
import type { MappedRow } from "../../migrate/mapped-row.js";
import { enrolmentOf, personOf } from "../../migrate/normalize.js";
import type { RowOrigin } from "../../migrate/row-origin.js";
import type { Gathered, ReadRow } from "./gathered.js";

/** A person who is set aside is staged all the same, because the row's money is still counted. */
export function gatherPerson(
  { mapped, origin, isSound }: ReadRow,
  { persons }: Gathered,
): readonly Problem[] {
  const { record, problems } = personOf(mapped, origin);
  persons.push({ ...record, isSetAside: !isSound || setsAside(problems) });
  return problems;
}

/** An enrolment in a file of its own finds its person later. */
export function gatherEnrolment(
  { mapped, origin, isSound }: ReadRow,
  { enrolments }: Gathered,
): readonly Problem[] {
  const enrolment = enrolmentOf(mapped, origin);
  const problems = [
    ...enrolmentChecks(enrolment, "", origin),
    ...contributionChecks(mapped, enrolment, origin),
  ];
  if (isSound && !setsAside(problems)) enrolments.push({ ...enrolment, isWithPerson: false });
  return problems;
}

/** A line with both is one row: what sets one aside sets aside the other. */
export function gatherBoth(row: ReadRow, { persons, enrolments }: Gathered): readonly Problem[] {
  const { mapped, origin, isSound } = row;
  const { record, problems } = personOf(mapped, origin);
  const enrolment = enrolmentOf(mapped, origin);
  const all = [
    ...problems,
    ...enrolmentChecks(enrolment, record.person.brdy, origin),
    ...contributionChecks(mapped, enrolment, origin),
  ];
  const isSetAside = !isSound || setsAside(all);
  persons.push({ ...record, isSetAside });
  if (!isSetAside) enrolments.push({ ...enrolment, isWithPerson: true });
  return all;
}

/**
 * A line of a list of the employee scheme: who somebody is, and that they are insured there. What
 * the list does not say is 310 职工基本医疗保险 in normal status.
 */
export function gatherEmployee(
  row: ReadRow,
  { persons, enrolments }: Gathered,
): readonly Problem[] {
  const { mapped, origin, isSound } = row;
  const { record, problems } = personOf(mapped, origin);
  const stated = enrolmentOf(mapped, origin);
  const enrolment = {
    ...stated,
    insutype: insutype.employee,
    psnInsuStas: mapped.has("psn_insu_stas") ? stated.psnInsuStas : NORMAL,
  };
  const all = [...problems, ...enrolmentChecks(enrolment, record.person.brdy, origin)];
  const isSetAside = !isSound || setsAside(all);
  persons.push({ ...record, isSetAside, isEmployee: true });
  if (!isSetAside) enrolments.push({ ...enrolment, isWithPerson: true });
  return all;
}

/** 人员参保状态: 正常参保. */
const NORMAL = "1";

/** Contributions are exact to the fen and never below zero: they may be paid back. */
function contributionChecks(
  mapped: MappedRow,
  { psnClctAmt }: SourceEnrolment,
  { file, line }: RowOrigin,
): readonly Problem[] {
  const place = { file, line, field: "psn_clct_amt" };
  const found = exactText(mapped.amount("psn_clct_amt"));
  if (mapped.finerThanFen().includes("psn_clct_amt")) {
    return [problem("amount-too-fine", place, { found })];
  }
  return psnClctAmt < 0 ? [problem("amount-negative", place, { found })] : [];
}
