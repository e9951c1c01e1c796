import { problem } from "../../domain/problem.js";
import type { RowFinding } from "../../io/row.js";
import type { Store } from "../../store/store.js";

/** Keeps what is remarkable about a file as a whole; it stands in the store under row 0. */
export async function noteFindings(
  store: Store,
  { fileId, file }: { readonly fileId: number; readonly file: string },
  findings: readonly RowFinding[],
): Promise<void> {
  const problems = findings.map(({ code, values }) => {
    return { fileId, line: 0, problem: problem(code, { file }, values) };
  });
  const nothing = { rows: [], setAside: [], persons: [], enrolments: [], corrections: [] };
  await store.intake.addRows({ ...nothing, problems });
}
