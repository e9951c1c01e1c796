import { add, timesCount, type Yuan, zero } from "../domain/money.js";
import { daysInHospital } from "../domain/period.js";
import type { PriceBand } from "../policy/values.js";

import type { Bill } from "./bill.js";
import { noParameter, rule } from "./rules.js";

/** What the sessions of a bill, or its days in hospital, cost by the prices of the law. */
export function packagePrice(
  bill: Bill,
  prices: readonly PriceBand[],
  each: "session" | "day",
): Yuan {
  const { claim } = bill;
  const isDay = each === "day";
  const count = isDay ? daysInHospital(claim.begndate, claim.enddate) : claim.sessions;
  let price = zero;
  for (let at = 0; at < prices.length; at++) {
    const band = prices[at];
    if (band === undefined || (at > 0 && count <= band.above)) break;
    const upTo = Math.min(count, prices[at + 1]?.above ?? count);
    const part = timesCount(band.amount, upTo - band.above);
    const name = isDay ? "package-day" : "package";
    bill.step(rule[name], band.parameter, band.amount, upTo - band.above, part);
    if (at > 0) bill.step(rule["package-sum"], noParameter, price, part, add(price, part));
    price = add(price, part);
  }
  return price;
}
