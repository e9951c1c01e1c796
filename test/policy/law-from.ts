import type { DocumentNode, MapEntry, MapNode } from "../../src/domain/document.js";
import type { Day } from "../../src/domain/period.js";
import { type Problem, tellProblem } from "../../src/domain/problem.js";
import { parseDocument } from "../../src/io/yaml.js";
import { lawOn } from "../../src/policy/dated.js";
import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { parsePack } from "../../src/policy/parse.js";
import { parameter } from "./texts.js";

/**
 * What every pack needs and few tests are about. A test's own text replaces any part of it: a key
 * of the region by the same key, a parameter by the same parameter.
 */
const base = `
title: 样例
covers: { from: 2017-01-01, to: 2017-12-31 }
schemes: { ncms: 新农合, urban: 城镇居民, resident: 城乡居民 }
classes:
  minor: { label: 未成年居民, psnType: "14" }
  adult: { label: 成年居民, psnType: "15" }
  old: { label: 老年居民, psnType: "16" }
levels: { township: 乡镇卫生院, "1": 一级, "2": 二级, "3": 三级 }
cares: { inpatient: 住院 }
parameters:
  dates.switchDay: ${plain("2017-01-01")}
  dates.ruleDay: ${plain("discharge")}
  dates.acrossSwitch: ${plain("discharge")}
  dates.benefitYear: ${plain("discharge")}
  dates.accountingDay: ${plain("settlement")}
  dates.accountingFrom: ${plain('"1"')}
  coverage.ageDay: ${plain("ruleDay")}
  coverage.class:
    ${plain('[{ age: "0-17", choose: minor }, { age: "60+", choose: old }, { choose: adult }]')}
  funding.contribution: ${plain('"150.00"')}
  funding.subsidy: ${plain('"450.00"')}
`;

/** A whole pack in one file: the base with the smallest benefits. */
export const smallPack = `${base}${parameter(
  "care.kind",
  '[{ medType: "2", choose: inpatient }, { choose: none }]',
)}
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '"0.50"')}
`;

/** The law of a day out of one document: what a test is about, on top of what every pack needs. */
export function lawFrom(text: string, day = "2017-06-01"): Law {
  const { law, problems } = lawOn(packFrom(text), day as Day);
  if (law === undefined) throw new Error(toldAll(problems));
  return law;
}

/** The pack of one document, completed like that of `lawFrom`. */
export function packFrom(text: string): Pack {
  const { pack, problems } = parsedFrom(text);
  if (pack === undefined) throw new Error(toldAll(problems));
  return pack;
}

/** The same with the problems of the text, for tests of what is refused. */
export function parsedFrom(text: string): ReturnType<typeof parsePack> {
  const own = mapOf("law.yaml", text);
  const given = mapOf("base.yaml", base);
  const sections = [...replaced(given, own)];
  const [ours, theirs] = [parametersOf(own), parametersOf(given)];
  const all = [...replaced(theirs, ours), ...defaults(sections, ours)];
  const parameters: MapNode = { kind: "map", line: 0, entries: all };
  const entries = [
    ...sections.filter(({ key }) => key !== "parameters"),
    { key: "parameters", line: 0, value: parameters },
  ];
  return parsePack("test", [{ file: "law.yaml", document: { kind: "map", line: 1, entries } }]);
}

/** An inpatient care is med_type 2…; the payers pay in the order in which they are declared. */
function defaults(sections: readonly MapEntry[], own: MapNode): readonly MapEntry[] {
  const namesOf = (kind: string): readonly string[] => {
    const node = sections.find(({ key }) => key === kind)?.value;
    return node?.kind === "map" ? node.entries.map(({ key }) => key) : [];
  };
  const inpatient = '[{ medType: "2", choose: inpatient }, { choose: none }]';
  const payers = namesOf("payers");
  const texts = [
    ...(namesOf("cares").includes("inpatient") ? [`care.kind: ${plain(inpatient)}`] : []),
    ...(payers.length > 0 ? [`payers.order: ${plain(`[basic, ${payers.join(", ")}]`)}`] : []),
  ];
  const given = new Set(own.entries.map(({ key }) => key));
  return texts
    .flatMap((text) => mapOf("base.yaml", text).entries)
    .filter(({ key }) => !given.has(key));
}

/** What the base says, and what the test says instead or besides. */
function replaced(under: MapNode, over: MapNode): readonly MapEntry[] {
  const keys = new Set(over.entries.map(({ key }) => key));
  return [...under.entries.filter(({ key }) => !keys.has(key)), ...over.entries];
}

function parametersOf(document: MapNode): MapNode {
  const node = document.entries.find(({ key }) => key === "parameters")?.value;
  return node?.kind === "map" ? node : { kind: "map", line: 0, entries: [] };
}

function mapOf(file: string, text: string): MapNode {
  const { document, problems } = parseDocument(file, text);
  const node: DocumentNode | undefined = document;
  if (node?.kind !== "map") throw new Error(`${toldAll(problems)}\n${text}`);
  return node;
}

function plain(value: string): string {
  const version = `{ from: 2010-01-01, status: assumed, cite: 试, value: ${value} }`;
  return `{ label: 试, versions: [${version}] }`;
}

function toldAll(problems: readonly Problem[]): string {
  return problems.map((one) => tellProblem(one, "zh")).join("\n");
}
