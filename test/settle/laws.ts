import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { lawFrom, packFrom } from "../policy/law-from.js";

/** A parameter of a small law: its value as YAML writes it, or the value with its form keys. */
export type Written = string | { readonly value: string; readonly form: string };

/** What a test's law says: names that it declares, and parameters. */
export interface SmallLaw {
  /** Lines of `region.yaml`: `identities: { poor: 低保 }`. */
  readonly names?: readonly string[];
  readonly parameters: Readonly<Record<string, Written>>;
}

/**
 * A law out of a few parameters, read by the parser from YAML as a clerk writes it. A stay at any
 * hospital deducts 500.00 and pays 80 % unless the test says otherwise.
 */
export function smallLaw(law: SmallLaw): Law {
  return lawFrom(textOf(law));
}

export function smallPack(law: SmallLaw): Pack {
  return packFrom(textOf(law));
}

function textOf({ names = [], parameters }: SmallLaw): string {
  const all = { ...usual, ...parameters };
  const written = Object.entries(all).map(([key, one]) => {
    const { value, form } = typeof one === "string" ? { value: one, form: "" } : one;
    const keys = form === "" ? "" : `, ${form}`;
    const version = `{ from: 2010-01-01, status: confirmed, cite: 试${keys}, value: ${value} }`;
    return `  ${key}: { label: ${key}, versions: [${version}] }`;
  });
  return [...names, "parameters:", ...written].join("\n");
}

const usual: Readonly<Record<string, Written>> = {
  "inpatient.deductible": { value: '"500.00"', form: "per: stay" },
  "inpatient.ratio": '"0.80"',
};
