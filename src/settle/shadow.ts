import { fromFen } from "../domain/money.js";
import type { Amounts } from "../domain/records.js";
import type { Difference } from "./window.js";

/** Differences as compact text for the store: `hifpPay=12050 psnPartAmt=3950`, computed amounts. */
export function encodeShadow(differences: readonly Difference[]): string {
  return differences.map(({ field, computed }) => `${field}=${computed}`).join(" ");
}

/** What the window paid and what was computed, from the stored text and the posted amounts. */
export function decodeShadow(
  text: string,
  posted: Amounts,
): { readonly computed: Amounts; readonly differences: readonly Difference[] } {
  const pairs = text.split(" ").filter((pair) => pair !== "");
  const differences = pairs.map((pair): Difference => {
    const [name, fen] = pair.split("=");
    const field = name as keyof Amounts;
    return { field, paid: posted[field], computed: fromFen(Number(fen)) };
  });
  const changed = Object.fromEntries(differences.map((one) => [one.field, one.computed]));
  return { computed: { ...posted, ...changed }, differences };
}
