import { outcome } from "../../domain/intake.js";
import { type Problem, problem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import { isNumberOfHead, isOddAge } from "../../match/beside-head.js";
import type { BesideHead } from "../../store/port/households.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { FileNames } from "./file-names.js";

const PAGE = 5_000;

/** What is told of a number that another person's row borrowed, when the lender is not known. */
const VAGUER = ["certno-birth-differs", "certno-sex-differs"] as const;

/**
 * Holds the members of each household against its head. A member with the head's number is set
 * aside as `certno-of-head`, in place of what the row alone could tell; the head goes on. A child
 * born before the head, or a parent after, is a finding (`relation-differs`): which of the two days
 * or the relation is wrong, nobody can tell, and nobody's identity hangs on it.
 */
export async function checkHouseholds(store: Store, files: FileNames): Promise<void> {
  await eachPage(store.people.withNumberOfHead, async (rows) => {
    const found = rows.filter((row) => isNumberOfHead(row.certno, row.head, row));
    const problems = found.map((row): RowProblem => {
      const other = `${files.get(row.head.fileId) ?? ""}:${rowText(row.head.line)}`;
      const place = { ...placeOf(row, files), field: "certno" };
      return { ...row, problem: problem("certno-of-head", place, { found: row.certno, other }) };
    });
    await store.people.dropProblems(found, VAGUER);
    await store.people.setAside(found.map((row) => row.rowNo));
    const ends = found.map((row) => ({ ...row, outcome: outcome.setAside }));
    await store.intake.settleRows(ends, problems);
  });
  await eachPage(store.people.withUnusualAge, async (rows) => {
    const found = rows.filter((row) => isOddAge(row.head, row));
    const problems = found.map((row): RowProblem => ({ ...row, problem: odd(row, files) }));
    await store.intake.settleRows([], problems);
  });
}

async function eachPage(
  page: (afterRow: number, limit: number) => Promise<readonly BesideHead[]>,
  take: (rows: readonly BesideHead[]) => Promise<void>,
): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await page(after, PAGE);
    if (rows.length > 0) await take(rows);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return;
    after = last;
  }
}

function odd(row: BesideHead, files: FileNames): Problem {
  const place = { ...placeOf(row, files), field: "head_relation" };
  const values = { relation: row.headRelation, field: "brdy", found: row.brdy };
  return problem("relation-differs", place, values);
}

function placeOf(row: BesideHead, files: FileNames): { file: string; line: number } {
  return { file: files.get(row.fileId) ?? "", line: row.line };
}
