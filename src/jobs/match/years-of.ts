import { partOf } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import { encodeYear } from "../../settle/year-to-date.js";
import type { Store } from "../../store/store.js";
import { Past } from "../settle/past.js";
import { foldYears } from "../settle/person-years.js";

/** Writes people's years again, from what was posted for the claims that are theirs now. */
export async function writeYears(store: Store, psnNos: readonly string[]): Promise<void> {
  const past = await Past.open(store);
  for (const psnNo of psnNos) {
    const partNo = partOf(psnNo);
    const history = await store.claims.history(partNo, partNo + 1, [psnNo]);
    const person = (await store.claims.insured(partNo, partNo + 1, [psnNo])).get(psnNo);
    if (person === undefined) continue;
    const { claims } = await past.of(history.get(psnNo) ?? [], person);
    const years = [...foldYears(claims)].map(([year, after]) => {
      return { partNo, psnNo, year, state: encodeYear(after) };
    });
    // Nothing is settled by this, so no month is concerned.
    const nothing = { month: "" as Month, settled: [], suspects: [], waiting: [] };
    await store.claims.writeRange({ ...nothing, years });
  }
}
