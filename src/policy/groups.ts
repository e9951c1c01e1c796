import { type Identity, identities } from "../domain/codes.js";
import type { DocumentNode } from "../domain/document.js";
import type { Ratio, Yuan } from "../domain/money.js";
import type { Cited } from "./cited.js";
import { amount, type Citing, choice, type Kind, limit, share, whole } from "./kinds.js";
import { rowsOf } from "./tables.js";

/** What one group of persons gets on top of, or instead of, the general rule. */
export interface Overlay {
  readonly identity: Identity;
  /** A factor, or points to add: the parameter says which. */
  readonly by: Cited<Ratio>;
}

/** An overlay that begins with a further admission of the year. */
export interface RepeatOverlay extends Overlay {
  /** The first admission that has it: 2 is the second of the year. */
  readonly fromAdmission: Cited<number>;
  /** Which admissions count: those at the same level of hospital, or all of the person. */
  readonly per: Cited<"level" | "person">;
}

/** What medical aid (医疗救助) pays for one group of persons. */
export interface AidTier {
  readonly identity: Identity;
  /** Not aided, of each bill. */
  readonly deductible: Cited<Yuan>;
  readonly ratio: Cited<Ratio>;
  readonly yearlyLimit: Cited<Yuan | undefined>;
}

/** The payers between the basic fund and the person, in the order in which they pay. */
export type LaterPayer = "critical" | "aid";

/** Overlays that multiply (`multiply: "0.5"`) or add (`add: "0.05"`), one for each identity. */
export function overlays(way: "multiply" | "add"): Kind<readonly Overlay[]> {
  return (citing, node) =>
    groupsOf(citing, node, [way]).map(({ identity, found }) => ({
      identity,
      by: share(citing, found[way], identity),
    }));
}

/** Overlays of further admissions: a factor, from which admission on, and how they are counted. */
export const repeatOverlays: Kind<readonly RepeatOverlay[]> = (citing, node) =>
  groupsOf(citing, node, ["fromAdmission", "per", "multiply"]).map(({ identity, found }) => ({
    identity,
    fromAdmission: admission(citing, found["fromAdmission"], `${identity} fromAdmission`),
    per: counted(citing, found["per"], `${identity} per`),
    by: share(citing, found["multiply"], identity),
  }));

export const aidTiers: Kind<readonly AidTier[]> = (citing, node) =>
  groupsOf(citing, node, ["deductible", "ratio", "yearlyLimit"]).map(({ identity, found }) => ({
    identity,
    deductible: amount(citing, found["deductible"], `${identity} deductible`),
    ratio: share(citing, found["ratio"], `${identity} ratio`),
    yearlyLimit: limit(citing, found["yearlyLimit"], `${identity} yearlyLimit`),
  }));

/** The order of all payers; the basic fund is always the first. */
export const payerOrder: Kind<Cited<readonly LaterPayer[]>> = (citing, node) => {
  const found = citing.reader.list(node).map((item) => citing.reader.text(item));
  const later = found.filter((word) => word === "critical" || word === "aid");
  const isOrder = found[0] === "basic" && later.length === 2 && new Set(found).size === 3;
  if (node?.kind === "list" && !(isOrder && found.length === 3)) {
    citing.reader.unfit(node, "[basic, critical, aid] | [basic, aid, critical]");
  }
  return citing.cite(node, "", later);
};

const admission = whole(2, 99);
const counted = choice("level", "person");

interface Group {
  readonly identity: Identity;
  readonly found: Readonly<Partial<Record<string, DocumentNode>>>;
}

/** The rows of a table by identity; each identity has one row, since the first would win anyway. */
function groupsOf(
  citing: Citing,
  node: DocumentNode | undefined,
  keys: readonly string[],
): readonly Group[] {
  const seen = new Set<Identity>();
  return rowsOf(citing, node, ["identity", ...keys]).map((found) => {
    const identity = citing.reader.oneOf(found["identity"], identities);
    if (seen.has(identity) && found["identity"] !== undefined) {
      citing.reader.report("row-unreachable", found["identity"], { found: identity });
    }
    seen.add(identity);
    return { identity, found };
  });
}
