import { type Problem, problem } from "../../domain/problem.js";
import type { StoredClaim } from "../../store/port/claims.js";

/** `rule-missing`: a table of the law that has no row for this case. */
export function ruleMissing({ enddate }: Pick<StoredClaim, "enddate">, key: string): Problem {
  const values = { day: enddate, rule: key, found: key };
  return problem("rule-missing", { file: "", field: "med_type" }, values);
}
