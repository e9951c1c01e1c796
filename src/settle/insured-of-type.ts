import type { Insured } from "../domain/records.js";
import type { Law } from "../policy/law.js";

/**
 * What the law asks about a resident of whom only 人员类别 and identities are known: the class is
 * the one that the law names by this code; age and years are unknown, and no age group holds them.
 */
export function insuredOfType(
  law: Law,
  person: Pick<Insured, "psnNo" | "psnType" | "identities">,
): Insured {
  const classes = new Set(law.coverage.class.rows.map(({ value }) => value));
  const found = [...classes].find((name) => {
    const psnType = law.coverage.psnTypeOf(name);
    return psnType !== "" && person.psnType.startsWith(psnType);
  });
  // Field by field: what the kernel reads for every claim has one shape.
  return {
    psnNo: person.psnNo,
    scheme: "resident",
    class: found ?? "",
    tier: "",
    psnType: person.psnType,
    identities: person.identities,
    age: UNKNOWN,
    years: 0,
    division: "",
  };
}

const UNKNOWN = -1;
