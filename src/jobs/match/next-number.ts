import type { Store } from "../../store/store.js";

/** A number that nobody has had: the division of the first record, and the next serial. */
export async function nextNumber(
  store: Store,
  rows: readonly { readonly insuplcAdmdvs: string }[],
): Promise<string> {
  const serial = (await store.people.lastSerial()) + 1;
  return `${rows[0]?.insuplcAdmdvs ?? ""}${String(serial).padStart(10, "0")}`;
}
