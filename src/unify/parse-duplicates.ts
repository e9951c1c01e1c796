import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import {
  type ContinuingRule,
  type DuplicateRules,
  type EnrolmentKind,
  enrolmentKinds,
  isKind,
  type KindCodes,
  keptFacts,
  type RefundRule,
  type RuleStatus,
  refundCases,
  ruleStatuses,
} from "./duplicate-rules.js";

type Nodes = Readonly<Partial<Record<string, DocumentNode>>>;

const CITED = ["name", "status", "cite"] as const;
const BY_KIND = ["keep", "over"] as const;
const BY_FACT = ["keep", "among"] as const;
const OPTIONAL = ["months", "others", "needs"] as const;

/**
 * Reads `mappings/match/enrolments.yaml`. Every rule has a name, a citation and a status; a kind is
 * kept `over` kinds, a fact decides `among` kinds; the last rule on refunds fits `always`. Whatever
 * else is a problem with its line (`key-unknown`, `key-missing`, `value-unfit`).
 */
export function parseDuplicates(
  file: string,
  document: DocumentNode,
): { readonly rules: DuplicateRules; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["title", "kinds", "continues", "refunds", "subsidies"]);
  const kinds = reader.entries(top["kinds"]).flatMap((entry) => {
    if (isKind(entry.key)) return [kindOf(reader, entry.key, entry.value)];
    reader.report("key-unknown", entry, { found: entry.key, expected: enrolmentKinds.join(", ") });
    return [];
  });
  const continues = reader.list(top["continues"]).map((node) => continuingRule(reader, node));
  const refunds = reader.list(top["refunds"]).map((node) => refundRule(reader, node));
  checkLast(reader, top["refunds"], refunds);
  const nodes = top["subsidies"] === undefined ? {} : subsidyFields(reader, top["subsidies"]);
  const years = reader.wholeNumber(nodes["years"]);
  if (nodes["years"] !== undefined && (years < 1 || years > 30)) {
    reader.unfit(nodes["years"], "1 … 30");
  }
  const subsidies = { ...citedOf(reader, nodes), years };
  const title = reader.text(top["title"]);
  return { rules: { title, kinds, continues, refunds, subsidies }, problems: reader.problems };
}

function kindOf(reader: DocumentReader, kind: EnrolmentKind, node: DocumentNode): KindCodes {
  const nodes = reader.fields(node, ["insutype"], ["psn_type"]);
  const texts = (key: string) => reader.list(nodes[key]).map((one) => reader.text(one));
  return { kind, insutypes: texts("insutype"), psnTypes: texts("psn_type") };
}

function continuingRule(reader: DocumentReader, node: DocumentNode): ContinuingRule {
  const keepNode = node.kind === "map" ? node.entries.find(({ key }) => key === "keep") : undefined;
  const text = keepNode?.value.kind === "text" ? keepNode.value.text : "";
  const isOfKind = isKind(text);
  const nodes = reader.fields(node, [...CITED, ...(isOfKind ? BY_KIND : BY_FACT)], [...OPTIONAL]);
  const keep = reader.oneOf(nodes["keep"], [...enrolmentKinds, ...keptFacts]);
  const list = nodes[isOfKind ? "over" : "among"];
  const kinds = reader.list(list).map((one) => reader.oneOf(one, enrolmentKinds));
  if (list?.kind === "list" && kinds.length === 0) reader.unfit(list, "[resident, …]");
  if (nodes["months"] !== undefined && !isOfKind) {
    reader.unfit(nodes["months"], `keep: ${enrolmentKinds.join(" | ")}`);
  }
  const needs = nodes["needs"];
  return {
    ...citedOf(reader, nodes),
    keep,
    kinds,
    months: reader.wholeNumber(nodes["months"]),
    isSuspending: reader.oneOf(nodes["others"], ["end", "suspend"]) === "suspend",
    ...(needs === undefined ? {} : { needs: reader.oneOf(needs, enrolmentKinds) }),
  };
}

function refundRule(reader: DocumentReader, node: DocumentNode): RefundRule {
  const nodes = reader.fields(node, [...CITED, "when", "refund"]);
  return {
    ...citedOf(reader, nodes),
    when: reader.oneOf(nodes["when"], refundCases),
    isRefunded: reader.oneOf(nodes["refund"], ["yes", "no"]) === "yes",
  };
}

/** Every contribution is decided on: the last rule fits whatever is left. */
function checkLast(
  reader: DocumentReader,
  node: DocumentNode | undefined,
  refunds: readonly RefundRule[],
): void {
  if (node === undefined || refunds.at(-1)?.when === "always") return;
  reader.unfit(node, "… when: always");
}

function subsidyFields(reader: DocumentReader, node: DocumentNode): Nodes {
  return reader.fields(node, ["years", "status", "cite"]);
}

/** No citation, no rule. */
function citedOf(reader: DocumentReader, nodes: Nodes) {
  const { name, cite } = nodes;
  for (const node of [name, cite]) {
    if (node?.kind === "text" && node.text.trim() === "") reader.unfit(node, "…");
  }
  const status: RuleStatus = reader.oneOf(nodes["status"], ruleStatuses);
  return { name: reader.text(name), status, cite: reader.text(cite) };
}
