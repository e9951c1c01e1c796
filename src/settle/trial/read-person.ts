import type { DocumentNode } from "../../domain/document.js";
import { schemeNames } from "../../policy/names.js";
import type { TrialPerson } from "./trial.js";
import type { TrialReader } from "./trial-reader.js";

/** What an example may say of the person. */
export const personKeys = [
  ...["scheme", "class", "tier", "psnType", "identities", "age", "years", "division"],
] as const;

/** An adult of forty, where an example does not say how old. */
const USUAL_AGE = 40;

/** Reads the person of an example: a resident of forty, in the class that the law names. */
export function readPerson(reader: TrialReader, node: DocumentNode | undefined): TrialPerson {
  const found = node === undefined ? {} : reader.keys(node, [], personKeys);
  const { scheme, age, years, division, psnType } = found;
  const name = reader.name(found["class"], "classes", "");
  const declared = reader.pack.names.psnTypes.get(name) ?? "";
  return {
    scheme: scheme === undefined ? "resident" : reader.oneOf(scheme, schemeNames),
    class: name,
    tier: reader.name(found["tier"], "tiers", ""),
    psnType: psnType === undefined ? declared : reader.matching(psnType, /^\d{2,6}$/, '"14"'),
    identities: reader.names(found["identities"], "identities"),
    age: age === undefined ? USUAL_AGE : reader.wholeNumber(age),
    years: reader.wholeNumber(years),
    division: division === undefined ? "" : reader.matching(division, /^\d{6}$/, '"150500"'),
  };
}
