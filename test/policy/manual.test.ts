import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { effectsOn } from "../../src/policy/effects.js";
import { conditionKeys, effectKeys, outcomeKeys, type Spec } from "../../src/policy/language.js";
import type { Names } from "../../src/policy/names.js";
import type { Version } from "../../src/policy/pack.js";
import { neededOn } from "../../src/policy/required.js";
import { knownParameters, specOf } from "../../src/policy/spec.js";
import { policyWords } from "../../src/text/policy-words.js";
import { packFrom, parsedFrom } from "./law-from.js";
import { parameter } from "./texts.js";

const page = readFileSync(new URL("../../mappings/policies/README.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1] ?? "");

describe("the manual's examples", () => {
  test("are many", () => {
    expect(examples.length).toBeGreaterThan(14);
  });

  test.each(examples.map((text, at) => [at + 1, text] as const))("%i is sound", (_, text) => {
    const { problems } = parsedFrom(completed(text));
    expect(problems.map((one) => tellProblem(one, "zh"))).toEqual([]);
  });
});

/** An example with what it leaves out: benefits of its cares, and bases of its payers. */
function completed(text: string): string {
  const given = new Set([...text.matchAll(/^ {2}([\w.]+):/gm)].map((found) => found[1] ?? ""));
  const cares = text.includes("parameters: {}") ? ["inpatient", "outpatient", "chronic"] : [];
  const asked = [...given].map((key) => key.split(".")[0] ?? "");
  const sections = [
    ...new Set(["inpatient", ...cares, ...asked.filter((one) => isCare(text, one))]),
  ];
  const missing = sections.flatMap((care) => [
    parameter(`${care}.deductible`, '"0.00"', "per: stay"),
    parameter(`${care}.ratio`, '"0.50"'),
  ]);
  const used = text.includes("parameters: {}") ? everyName : kindOf(text);
  const own = [...missing, ...used].filter(
    (line) => !given.has(/^ *([\w.]+):/.exec(line)?.[1] ?? ""),
  );
  const added = own.join("\n");
  return text.includes("parameters: {}")
    ? text.replace("parameters: {}", `parameters:\n${added}`)
    : `${caresOf(text)}${text}${added}\n`;
}

/** An example of outpatient care that says nothing of bills leaves out which they are. */
function kindOf(text: string): readonly string[] {
  if (!/^ {2}outpatient\./m.test(text)) return [];
  const rows = '[{ medType: "1", choose: outpatient }, { medType: "2", choose: inpatient }';
  return [parameter("care.kind", `${rows}, { choose: none }]`)];
}

function isCare(text: string, name: string): boolean {
  const declared = /^cares: \{(.*)\}/m.exec(text)?.[1] ?? "inpatient: 住院, outpatient: 门诊";
  return new RegExp(`\\b${name}: `).test(declared);
}

/** An example of outpatient care that declares no cares has the usual two. */
function caresOf(text: string): string {
  if (/^cares:/m.test(text) || !/^ {2}outpatient\./m.test(text)) return "";
  return "cares: { inpatient: 住院, outpatient: 门诊 }\n";
}

/** The example of names uses each of them, so that the checker is content. */
const everyName = [
  parameter(
    "care.kind",
    '[{ medType: "11", choose: outpatient }, { medType: "14", choose: chronic }, ' +
      '{ medType: "2", choose: inpatient }, { choose: none }]',
  ),
  parameter(
    "inpatient.limit.all",
    "[{ identity: [registeredPoor, minLiving], hospital: chineseMedicine, tier: [first, second], " +
      'disease: [hypertension, dialysis], limit: "1.00" }]',
    "per: year, counts: payment",
  ),
  parameter("catalogue.uplimit", '[{ kind: [drug, consumable], limit: "1.00" }]'),
  ...["critical", "aid"].flatMap((payer) => [
    parameter(`${payer}.target`, '"0.00"', "of: scope, over: bill"),
  ]),
];

describe("the manual's tables", () => {
  test("name every condition", () => {
    expect(
      rowsOf("| key | 意思 | says | written |")
        .map(([key]) => key)
        .sort(),
    ).toEqual([...conditionKeys].sort());
  });

  test("name every outcome", () => {
    expect(rowsOf("| key | 意思 | says | example |").map(([key]) => key)).toEqual([...outcomeKeys]);
  });

  test("name every effect and what it works on", () => {
    const rows = rowsOf("| effect | on | 作用 | does |");
    const beside = ["floor", "most", "ceiling"];
    expect(rows.map(([key]) => key)).toEqual(effectKeys.filter((key) => !beside.includes(key)));
    for (const [key = "", on = ""] of rows) {
      const works = (["amount", "share", "limit"] as const).filter((one) =>
        effectsOn(one).includes(key),
      );
      expect([key, on]).toEqual([key, works.join(", ")]);
    }
  });

  test("say which parameters the law needs", () => {
    const bills = { value: { way: "rows", rows: [{ value: "inpatient" }] } } as unknown as Version;
    const needed = neededOn((key) => (key === "care.kind" ? bills : undefined), small());
    const told = rowsOf("| parameter | of | value | form keys | needed | 意思 | meaning |");
    const expected = told.flatMap(([key = "", , , , when = ""]) => [
      ...(when === "yes" ? [key] : []),
      ...(when.includes("care") ? [key.replace("X", "inpatient")] : []),
      ...(when.includes("payer") ? [key.replace("X", "aid")] : []),
    ]);
    expect(needed.filter((key) => key !== "payers.order").sort()).toEqual(expected.sort());
  });

  test("name every parameter with its values and form keys", () => {
    const shown = rowsOf("| parameter | of | value | form keys | needed | 意思 | meaning |");
    const told = shown.map(([key, of, value, form]) => [key, of, value, form]);
    expect([...told].sort(byKey)).toEqual([...described()].sort(byKey));
  });
});

test("every word of a form key and of a single value can be said", () => {
  for (const [name, { spec }] of parts()) {
    const single = spec.value.way === "word" ? spec.value.words : [];
    const words = single.map((word) => (word === "admission" ? "admissionDay" : word));
    const forms = Object.entries(spec.form).flatMap(([key, form]) =>
      form.isName ? [] : form.words.map((word) => `${key}=${word}`),
    );
    const unsaid = [...words, ...forms].filter((one) => !Object.hasOwn(policyWords, one));
    expect([name, unsaid]).toEqual([name, []]);
  }
});

const byKey = (left: readonly (string | undefined)[], right: readonly (string | undefined)[]) =>
  (left[0] ?? "") < (right[0] ?? "") ? -1 : 1;

/** The cells of the table with this head, without their marks. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const at = page.indexOf(head);
  expect(at, head).toBeGreaterThan(0);
  const [table = ""] = page.slice(at).split("\n\n");
  return table
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll("`", "")));
}

/** What the parser knows, as the table of parameters tells it. */
function described(): readonly (readonly string[])[] {
  return [...parts()].map(([name, { of, spec }]) => [
    ...[name, of.join(", "), wordsOfValue(spec), formOf(spec)],
  ]);
}

/** A region with one care and one payer. */
function small(): Names {
  return packFrom(`
payers: { aid: { label: 救助, field: maf_pay } }
parameters:
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '"0.50"')}
${parameter("aid.target", '"0.00"', "of: scope, over: bill")}
`).names;
}

/** Every parameter of the language, the name of its section left open. */
function parts(): ReadonlyMap<string, { readonly of: string[]; readonly spec: Spec }> {
  const names = small();
  const parts = new Map<string, { of: string[]; spec: Spec }>();
  for (const key of knownParameters(names)) {
    const spec = specOf(key, names);
    if (spec === undefined) continue;
    const of = key.startsWith("inpatient.") ? "care" : key.startsWith("aid.") ? "payer" : "";
    const name = of === "" ? key : key.replace(/^\w+/, "X");
    const part = parts.get(name) ?? { of: [], spec };
    if (of !== "") part.of.push(of);
    parts.set(name, part);
  }
  return parts;
}

function wordsOfValue({ value, asks }: Spec): string {
  switch (value.way) {
    case "word":
      return `word ${value.words.join(", ")}`;
    case "whole":
      return `whole ${value.lowest}–${value.highest}`;
    case "effects":
      return `effects on ${value.on}`;
    case "table": {
      const isYesNo = value.words?.includes("yes") === true && asks.length > 0;
      return value.outcomes.join(", ") + (isYesNo ? " yes, no" : "");
    }
    default:
      return value.way;
  }
}

/** How admissions are counted may stand with every table; the page says so once. */
function formOf({ form }: Spec): string {
  const keys = Object.entries(form).map(([key, { words, isName, isNeeded }]) => {
    const said = isName ? "NAME" : words.join(", ");
    return `${key}: ${said}${isNeeded === "withBands" ? " (bands)" : ""}`;
  });
  return keys.join("; ");
}
