import { type Level, levels } from "../domain/codes.js";
import type { DocumentNode } from "../domain/document.js";
import { type Ratio, type Yuan, yuanText } from "../domain/money.js";
import type { Cited } from "./cited.js";
import { amount, type Citing, type Kind, share } from "./kinds.js";

/** One row for each level of hospital, all four of them. */
export function byLevel<Cell>(cell: Kind<Cell>): Kind<Readonly<Record<Level, Cell>>> {
  return (citing, node) => {
    const found = node === undefined ? {} : citing.reader.fields(node, levels);
    const at = (level: Level): Cell => cell(citing, found[level], level);
    return { township: at("township"), "1": at("1"), "2": at("2"), "3": at("3") };
  };
}

/** One band of a ladder: `share` is paid of the stretch above `above`, up to the next band. */
export interface Band {
  readonly above: Cited<Yuan>;
  readonly share: Cited<Ratio>;
}

/** A ladder (分段): bands in ascending order, the first of which starts at 0. */
export const bands: Kind<readonly Band[]> = (citing, node) => {
  let last: Yuan | undefined;
  return rowsOf(citing, node, ["above", "share"]).map((found) => {
    const row = `above ${written(found["above"])}`;
    const band = {
      above: amount(citing, found["above"], `${row} edge`),
      share: share(citing, found["share"], row),
    };
    checkOrder(citing, found["above"], band.above.value, last);
    last = band.above.value;
    return band;
  });
};

/** A cut of the ratio for care elsewhere: by a factor (×) or by percentage points (−). */
export interface Cut {
  readonly way: "multiply" | "subtract";
  readonly by: Cited<Ratio>;
}

/** The cut for care outside the region (异地就医), with and without referral on file. */
export interface OffsiteCut {
  readonly referred: Cut;
  readonly unreferred: Cut;
}

export const offsiteCut: Kind<OffsiteCut> = (citing, node) => {
  const found = node === undefined ? {} : citing.reader.fields(node, ["referred", "unreferred"]);
  return {
    referred: cut(citing, found["referred"], "referred"),
    unreferred: cut(citing, found["unreferred"], "unreferred"),
  };
};

/** The rows of a table; a table without rows is a problem, for it would silently pay nothing. */
export function rowsOf(
  { reader }: Citing,
  node: DocumentNode | undefined,
  keys: readonly string[],
): readonly Readonly<Partial<Record<string, DocumentNode>>>[] {
  const items = reader.list(node);
  if (node?.kind === "list" && items.length === 0) reader.unfit(node, `- { ${keys.join(", ")} }`);
  return items.map((item) => reader.fields(item, keys));
}

function checkOrder(
  { reader }: Citing,
  node: DocumentNode | undefined,
  edge: Yuan,
  last: Yuan | undefined,
): void {
  if (node === undefined) return;
  if (last === undefined && edge !== 0) reader.unfit(node, '"0.00"');
  if (last !== undefined && edge <= last) reader.unfit(node, `> "${yuanText(last)}"`);
}

const cut: Kind<Cut> = (citing, node, row) => {
  const ways = ["multiply", "subtract"] as const;
  const found = node === undefined ? {} : citing.reader.fields(node, [], ways);
  const way = found["subtract"] === undefined ? "multiply" : "subtract";
  const isClear = (found["multiply"] === undefined) !== (found["subtract"] === undefined);
  if (node?.kind === "map" && !isClear) citing.reader.unfit(node, ways.join(" | "));
  return { way, by: share(citing, found[way], `${row} ${way}`) };
};

function written(node: DocumentNode | undefined): string {
  return node?.kind === "text" ? node.text : "";
}
