import { type DocumentNode, DocumentReader } from "../domain/document.js";
import { type Yuan, zero } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import { statuses } from "../policy/pack.js";
import { type Agreement, agreementMethods, overlapsOf, overQuotaRules } from "./agreement.js";

type Hospital = Pick<Agreement, "fixmedinsCode" | "fixmedinsName">;

const required = ["from", "status", "method", "yearlyQuota", "holdbackRatio", "overQuota"] as const;
const optional = ["to", "cite", "monthlyWeights"] as const;
const EQUAL_WEIGHTS: readonly number[] = Array.from({ length: 12 }, () => 1);

/**
 * Reads a file of hospitals' agreements (`mappings/contracts/<region>/`, or part of a delivery).
 *
 * In goes the name of the file, as problems will show it, and its parsed document. Out come the
 * dated agreements in the order of the file, and every problem with its line: unknown or missing
 * keys, unfit values, a missing citation, versions of one hospital that overlap. A hospital with a
 * problem is left out whole, so that nothing half-read can be in force. Between two versions there
 * may be a gap: an agreement can be suspended or end, and the months without one are found later.
 */
export function parseAgreements(
  file: string,
  document: DocumentNode,
): { readonly agreements: readonly Agreement[]; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const { title, agreements } = reader.fields(document, ["title", "agreements"]);
  reader.text(title);
  const parsed = reader.list(agreements).flatMap((node) => parseHospital(reader, node));
  return { agreements: parsed, problems: reader.problems };
}

function parseHospital(reader: DocumentReader, node: DocumentNode): readonly Agreement[] {
  const problemsBefore = reader.problems.length;
  const { fixmedinsCode, fixmedinsName, versions } = reader.fields(node, [
    "fixmedinsCode",
    "fixmedinsName",
    "versions",
  ]);
  const hospital = {
    fixmedinsCode: matching(reader, fixmedinsCode, /^[A-Z0-9]{6,30}$/, "H15992100001"),
    fixmedinsName: matching(reader, fixmedinsName, /\S/, "样例县人民医院"),
  };
  const parsed = reader.list(versions).map((version) => parseVersion(reader, hospital, version));
  if (versions?.kind === "list" && parsed.length === 0) reader.unfit(versions, "- from: …");
  if (reader.problems.length === problemsBefore) reportOverlaps(reader, parsed);
  return reader.problems.length === problemsBefore ? parsed : [];
}

function parseVersion(reader: DocumentReader, hospital: Hospital, node: DocumentNode): Agreement {
  const { from, to, status, cite, method, yearlyQuota, monthlyWeights, holdbackRatio, overQuota } =
    reader.fields(node, required, optional);
  const start = reader.day(from);
  return {
    ...hospital,
    from: start,
    ...(to === undefined ? {} : { to: lastDay(reader, to, start) }),
    status: reader.oneOf(status, statuses),
    cite: citation(reader, cite, node),
    place: { file: reader.file, line: node.line },
    method: reader.oneOf(method, agreementMethods),
    yearlyQuota: quota(reader, yearlyQuota),
    monthlyWeights: weights(reader, monthlyWeights),
    holdbackRatio: reader.ratio(holdbackRatio),
    overQuota: reader.oneOf(overQuota, overQuotaRules),
  };
}

function reportOverlaps(reader: DocumentReader, versions: readonly Agreement[]): void {
  for (const { earlier, later } of overlapsOf(versions)) {
    const values = { found: spanOf(earlier), expected: spanOf(later) };
    reader.problems.push(problem("versions-overlap", later.place, values));
  }
}

function lastDay(reader: DocumentReader, node: DocumentNode, from: Day): Day {
  const day = reader.day(node);
  if (day !== "" && day < from) reader.unfit(node, `≥ ${from}`);
  return day;
}

/** Terms without a source are not law: a missing or blank citation has a problem of its own. */
function citation(
  reader: DocumentReader,
  node: DocumentNode | undefined,
  version: DocumentNode,
): string {
  const cite = reader.text(node).trim();
  const isBlank = node === undefined || (node.kind === "text" && cite === "");
  if (isBlank) reader.report("citation-missing", node ?? version);
  return cite;
}

function quota(reader: DocumentReader, node: DocumentNode | undefined): Yuan {
  const amount = reader.yuan(node);
  if (node !== undefined && amount < zero) reader.unfit(node, '"12000000.00" ≥ 0');
  return amount;
}

function weights(reader: DocumentReader, node: DocumentNode | undefined): readonly number[] {
  if (node === undefined) return EQUAL_WEIGHTS;
  const problemsBefore = reader.problems.length;
  const read = reader.list(node).map((weight) => reader.wholeNumber(weight));
  const isSound = read.length === 12 && read.some((weight) => weight > 0);
  if (!isSound && reader.problems.length === problemsBefore) {
    reader.unfit(node, "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], Σ > 0");
  }
  return read;
}

function matching(
  reader: DocumentReader,
  node: DocumentNode | undefined,
  pattern: RegExp,
  example: string,
): string {
  const text = reader.text(node);
  if (node?.kind === "text" && !pattern.test(text)) reader.unfit(node, example);
  return text;
}

function spanOf(version: Agreement): string {
  return `${version.from} … ${version.to ?? ""}`.trim();
}
