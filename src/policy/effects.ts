import type { DocumentNode, DocumentReader, MapEntry } from "../domain/document.js";
import { type Ratio, readRatio, one as whole, type Yuan, yuanText, zero } from "../domain/money.js";
import type { Effect } from "./law.js";
import { readAmount, readLimit } from "./outcomes.js";
import type { ShareOfCost } from "./values.js";

export type EffectOn = "amount" | "share" | "limit";

/** Effects by what they work on; the second list are keys that may stand beside the first. */
const effects: Readonly<Record<string, readonly [readonly EffectOn[], readonly string[]]>> = {
  times: [["amount", "share", "limit"], []],
  plus: [["amount", "share", "limit"], []],
  minus: [["amount", "share", "limit"], []],
  replace: [["amount", "share", "limit"], []],
  atLeast: [["amount", "share", "limit"], []],
  atMost: [["amount", "share", "limit"], []],
  minusEach: [["amount"], ["floor"]],
  minusShareEach: [["amount"], ["most"]],
  plusEachYear: [["share"], ["most"]],
  difference: [["amount"], []],
  ofTotal: [["amount"], ["floor", "ceiling"]],
  ofScope: [["amount"], ["floor", "ceiling"]],
};

/** Effects that a base of this kind may have. */
export function effectsOn(on: EffectOn): readonly string[] {
  return Object.keys(effects).filter((key) => effects[key]?.[0].includes(on));
}

/**
 * Reads the effect of a row from the entries that say it. Out: undefined (with a problem) where
 * the row says none, several, or one that its base cannot have.
 */
export function readEffect(
  reader: DocumentReader,
  item: DocumentNode,
  entries: readonly MapEntry[],
  on: EffectOn,
): Effect | undefined {
  const main = entries.filter(({ key }) => effects[key]?.[0].includes(on));
  const [only] = main;
  const beside = only === undefined ? [] : (effects[only.key]?.[1] ?? []);
  const others = entries.filter(({ key }) => !beside.includes(key));
  if (only === undefined || others.length !== 1) {
    const found = entries.map(({ key }) => key).join(", ") || "–";
    reader.report("row-outcome", item, { found, expected: effectsOn(on).join(" | ") });
    return undefined;
  }
  const more = entries.filter((entry) => entry !== only);
  return only.key === "ofTotal" || only.key === "ofScope"
    ? shareOfCost(reader, only.key, only.value, more)
    : effectOf(reader, only, more[0]?.value, on);
}

/** Whether an effect grows with each admission. */
export function isEach(value: unknown): boolean {
  const way = (value as { readonly way?: string } | undefined)?.way;
  return way === "minusEach" || way === "minusShareEach";
}

function effectOf(
  reader: DocumentReader,
  { key, value }: MapEntry,
  more: DocumentNode | undefined,
  on: EffectOn,
): Effect {
  const isShare = on === "share";
  const most = (): Ratio => (more === undefined ? whole : reader.ratio(more));
  switch (key) {
    case "times":
      return { way: "times", by: readFactor(reader, value) };
    case "plus":
    case "minus":
    case "atLeast":
    case "atMost":
      return isShare
        ? { way: `${key}Share`, by: reader.ratio(value) }
        : { way: `${key}Amount`, by: readAmount(reader, value) };
    case "replace":
      if (isShare) return { way: "replaceShare", by: reader.ratio(value) };
      return {
        way: "replaceAmount",
        by: on === "limit" ? readLimit(reader, value) : readAmount(reader, value),
      };
    case "minusEach": {
      const floor: Yuan = more === undefined ? zero : readAmount(reader, more);
      return { way: "minusEach", by: readAmount(reader, value), floor };
    }
    case "minusShareEach":
      return { way: "minusShareEach", by: reader.ratio(value), most: most() };
    case "plusEachYear":
      return { way: "plusEachYear", by: reader.ratio(value), most: most() };
    default:
      reader.oneOf(value, ["yes"]);
      return { way: "difference" };
  }
}

/** A share of the bill, not below `floor` and not above `ceiling` where they stand beside it. */
function shareOfCost(
  reader: DocumentReader,
  way: ShareOfCost["way"],
  node: DocumentNode,
  more: readonly MapEntry[],
): ShareOfCost {
  const at = (key: string): DocumentNode | undefined => more.find((one) => one.key === key)?.value;
  const [floorNode, ceilingNode] = [at("floor"), at("ceiling")];
  const floor = floorNode === undefined ? zero : readAmount(reader, floorNode);
  const ceiling = ceilingNode === undefined ? undefined : readAmount(reader, ceilingNode);
  if (ceilingNode !== undefined && ceiling !== undefined && ceiling < floor) {
    reader.unfit(ceilingNode, `≥ "${yuanText(floor)}"`);
  }
  return { way, by: reader.ratio(node), floor, ceiling };
}

/** A factor may be above one (起付线加倍), though not without measure. */
function readFactor(reader: DocumentReader, node: DocumentNode): Ratio {
  const read = node.kind === "text" && node.isQuoted ? readRatio(node.text) : undefined;
  if (read !== undefined && read >= 0 && read <= 10 * whole) return read;
  reader.unfit(node, '"0" … "10" (带引号 quoted)');
  return whole;
}
