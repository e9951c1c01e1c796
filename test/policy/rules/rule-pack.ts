import { parse } from "yaml";
import { tellProblem } from "../../../src/domain/problem.js";
import { parseDocument } from "../../../src/io/yaml.js";
import type { Pack } from "../../../src/policy/pack.js";
import { parsePack } from "../../../src/policy/parse.js";

/**
 * The pack of one rule: the file of the rule as it is, with everything that a pack needs and the
 * rule does not speak about. The region declares exactly the names that the rule uses.
 */
export function packOfRule(file: string, text: string): Pack {
  const rule = parse(text) as RuleFile;
  const whole = `${regionOf(rule)}${text.trimEnd()}\n${completed(rule)}`;
  const { document, problems: unsound } = parseDocument(file, whole);
  const parsed = document === undefined ? undefined : parsePack("rule", [{ file, document }]);
  if (parsed?.pack !== undefined) return parsed.pack;
  const problems = [...unsound, ...(parsed?.problems ?? [])];
  throw new Error(`${problems.map((one) => tellProblem(one, "zh")).join("\n")}\n${whole}`);
}

interface RuleFile {
  readonly title: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

interface Parameter {
  readonly versions: readonly { readonly from: string; readonly value: unknown }[];
}

/** Region keys for the names of a rule; the year covered is that of its last change. */
function regionOf(rule: RuleFile): string {
  const year = lastYear(rule);
  const payers = payersOf(rule);
  const levels = [...new Set([...asked(rule, "level"), ...mapKeys(rule)])];
  const lines = [
    `covers: { from: ${lastFrom(rule)}, to: ${year}-12-31 }`,
    "schemes: { ncms: 新农合, urban: 城镇居民, resident: 城乡居民 }",
    `classes: ${classes(classesOf(rule))}`,
    `levels: ${labelled(levels.length > 0 ? levels : ["1"])}`,
    `cares: ${labelled(caresOf(rule))}`,
    ...optional("identities", [...asked(rule, "identity"), ...asked(rule, "identities")]),
    ...optional("hospitals", asked(rule, "hospital")),
    ...optional("tiers", asked(rule, "tier")),
    ...optional("diseases", [...asked(rule, "disease"), ...diseasesOfCare(rule)]),
    ...optional("kinds", asked(rule, "kind")),
    ...(payers.length === 0
      ? []
      : [`payers: { ${payers.map((one) => `${one}: ${payerText(one)}`).join(", ")} }`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Parameters that the rule leaves out, in the plainest form, as more lines of its own. */
function completed(rule: RuleFile): string {
  const cares = caresOf(rule).filter((care) => !(`${care}.ratio` in rule.parameters));
  const needed: readonly (readonly [key: string, value: string, form?: string])[] = [
    ["dates.switchDay", "2000-01-01"],
    ["dates.ruleDay", "discharge"],
    ["dates.acrossSwitch", "discharge"],
    ["dates.benefitYear", "discharge"],
    ["dates.accountingDay", "settlement"],
    ["dates.accountingFrom", '"1"'],
    ["coverage.ageDay", "ruleDay"],
    ["coverage.class", coverageClass(classesOf(rule))],
    ["funding.contribution", '"0.00"'],
    ["funding.subsidy", '"0.00"'],
    ["care.kind", careKind(rule)],
    ...cares.flatMap((care) => [
      [`${care}.deductible`, '"0.00"', "per: stay, "] as const,
      [`${care}.ratio`, '"0"', "per: stay, "] as const,
    ]),
    ...payersOf(rule)
      .filter((payer) => `${payer}.ratio` in rule.parameters)
      .flatMap((payer) => [
        [`${payer}.counts.deductible`, '"yes"'] as const,
        [`${payer}.counts.firstSelfPay`, '"no"'] as const,
        [`${payer}.counts.overLimit`, '"no"'] as const,
      ]),
  ];
  return needed
    .filter(([key]) => !(key in rule.parameters))
    .map(([key, value, form = ""]) => {
      const version = `{ from: 2000-01-01, status: assumed, cite: 试, ${form}value: ${value} }`;
      return `  ${key}: { label: 试, versions: [${version}] }`;
    })
    .join("\n");
}

function payersOf({ parameters }: RuleFile): readonly string[] {
  const order = parameters["payers.order"]?.versions[0]?.value as readonly string[] | undefined;
  return order?.slice(1) ?? [];
}

function payerText(payer: string): string {
  if (payer === "critical" || payer === "specialDrugs") return "{ label: 大病, field: hifmi_pay }";
  if (payer.toLowerCase().endsWith("aid")) return "{ label: 救助, field: maf_pay }";
  return `{ label: ${payer}, field: oth_pay }`;
}

/** Sections that are no payers; a rule about payers alone has stays for which nothing is paid. */
function caresOf(rule: RuleFile): readonly string[] {
  const payers = payersOf(rule);
  const found = Object.keys(rule.parameters)
    .filter((key) => key.endsWith(".ratio"))
    .map((key) => key.replace(/\..*/, ""))
    .filter((name) => !payers.includes(name));
  return [...new Set(["inpatient", ...found])];
}

function careKind(rule: RuleFile): string {
  const rows = caresOf(rule).map((care) => {
    const disease =
      care === "twoDiseases" ? `, disease: [${asked(rule, "disease").join(", ")}]` : "";
    return `{ medType: "${medTypes[care] ?? "99"}"${disease}, choose: ${care} }`;
  });
  return `[${rows.join(", ")}, { choose: none }]`;
}

const medTypes: Readonly<Record<string, string>> = {
  inpatient: "2",
  outpatient: "11",
  twoDiseases: "11",
  chronic: "14",
};

/** Diseases that a limit for each disease may meet, though no row names them. */
function diseasesOfCare(rule: RuleFile): readonly string[] {
  return caresOf(rule).includes("twoDiseases") ? ["hypertension", "diabetes"] : [];
}

/** Those that the rule names, and one for all others. */
function classesOf(rule: RuleFile): readonly string[] {
  return [...new Set([...asked(rule, "class"), "adult"])];
}

function coverageClass(names: readonly string[]): string {
  const rows = names.map((name, at) =>
    name === "adult" ? "{ choose: adult }" : `{ age: "${at}", choose: ${name} }`,
  );
  return `[${rows.sort((left, right) => right.length - left.length).join(", ")}]`;
}

function classes(names: readonly string[]): string {
  const all = names.map((name, at) => `${name}: { label: ${name}, psnType: "${14 + at}" }`);
  return `{ ${all.join(", ")} }`;
}

function optional(key: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${key}: ${labelled([...new Set(names)])}`];
}

function labelled(names: readonly string[]): string {
  return `{ ${names.map((name) => `"${name}": ${name}`).join(", ")} }`;
}

/** Every word that rows of the rule give for a condition. */
function asked({ parameters }: RuleFile, condition: string): readonly string[] {
  const words = rowsOf(parameters).flatMap((row) => {
    const value = row[condition];
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map(String) : [String(value)];
  });
  return [...new Set(words)];
}

/** Keys of values that are maps by level. */
function mapKeys({ parameters }: RuleFile): readonly string[] {
  return Object.values(parameters).flatMap(({ versions }) =>
    versions.flatMap(({ value }) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.keys(value)
        : [],
    ),
  );
}

function rowsOf(parameters: RuleFile["parameters"]): readonly Record<string, unknown>[] {
  return Object.values(parameters).flatMap(({ versions }) =>
    versions.flatMap(({ value }) =>
      Array.isArray(value) ? value.filter((row) => typeof row === "object") : [],
    ),
  );
}

function lastFrom({ parameters }: RuleFile): string {
  const days = Object.values(parameters).flatMap(({ versions }) => versions.map((v) => v.from));
  return days.sort().at(-1) ?? "2000-01-01";
}

function lastYear(rule: RuleFile): string {
  return lastFrom(rule).slice(0, 4);
}
