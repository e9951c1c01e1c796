import { add, type Yuan, yuanText, zero } from "../domain/money.js";
import { type Problem, problem } from "../domain/problem.js";
import { dimensionsOf } from "./candidates.js";
import { conditionText } from "./conditions.js";
import type { CaseFacts, Conditions, Law } from "./law.js";
import type { Names } from "./names.js";
import type { ProofQuestion } from "./proof.js";

/**
 * Whether the parts of the subsidy (by who pays them) add up to it, for every case that any of the
 * tables tells apart and every period that the pack covers. A pack that gives no parts is sound.
 */
export function subsidiesOf({ names, parameters, periods }: ProofQuestion): readonly Problem[] {
  const whole = parameters.find(({ key }) => key === "funding.subsidy");
  if (whole === undefined) return [];
  const place = { file: whole.file, line: whole.line };
  return periods.flatMap(({ from, found: { law } }) => {
    if (law === undefined || from > names.covers.to || law.funding.subsidyBy.size === 0) return [];
    const wrong = casesOf(law, names).flatMap(({ when, facts }) => {
      const on = law.caseOf(facts);
      const given = law.funding.subsidy.find(on)?.value ?? zero;
      const parts = [...law.funding.subsidyBy.values()].reduce<Yuan>(
        (total, table) => add(total, table.find(on)?.value ?? zero),
        zero,
      );
      return parts === given ? [] : [{ when, parts, given }];
    });
    const [first] = wrong;
    if (first === undefined) return [];
    const [found, expected] = [yuanText(first.parts), yuanText(first.given)];
    const day = from < names.covers.from ? names.covers.from : from;
    const values = { day, found, expected, case: conditionText(first.when, names) || "–" };
    return [problem("subsidy-differs", place, values)];
  });
}

/** Every combination of cases that the tables of the subsidy tell apart, as facts to ask with. */
function casesOf(law: Law, names: Names) {
  const tables = [law.funding.subsidy, ...law.funding.subsidyBy.values()];
  const whens = tables.flatMap(({ rows }) => rows.map((row) => row.when));
  const schemes = [...names.labels.schemes.keys()];
  let cases: readonly Conditions[] = [{}];
  for (const dimension of dimensionsOf(whens, names, schemes)) {
    cases = cases.flatMap((when) => dimension.map((one) => ({ ...when, ...one.when })));
  }
  return cases.map((when) => ({ when, facts: factsOf(when) }));
}

function factsOf(when: Conditions): CaseFacts {
  const first = (list: readonly string[] | undefined): string => list?.[0] ?? "";
  return {
    ...{ scheme: first(when.scheme), class: first(when.class), tier: first(when.tier) },
    ...{ psnType: first(when.psnType), division: first(when.division) },
    ...{ identities: when.identities ?? [], hospital: [], age: when.age?.from ?? 0 },
    ...{ years: when.years?.from ?? 0, months: 0, days: 0, joined: "", item: "", kind: "" },
    ...{ level: "", care: "", place: "local", referral: "unreferred", disease: "", medType: "" },
  };
}
