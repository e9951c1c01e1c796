import { expect } from "vitest";
import { ratio, yuanText } from "../../src/domain/money.js";
import { costOf, readCount, readPrice } from "../../src/domain/quantity.js";
import { lawOn } from "../../src/policy/dated.js";
import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { classifyLines, type FeeLine, type FeeParts } from "../../src/settle/fee-lines.js";
import { claimOf, insuredOf, partsOf } from "./claims.js";
import type { LineFacts, Scenario } from "./scenario.js";

/** Fee lines of a scenario: one piece of the price where it does not say how many. */
export function feeLinesOf(lines: readonly LineFacts[]): readonly FeeLine[] {
  return lines.map(({ item, kind = "", price, count = "1" }, index) => {
    const [pric, cnt] = [readPrice(price), readCount(count)];
    if (pric === undefined || cnt === undefined) throw new Error(`${price} × ${count} is no line`);
    if (item !== "A" && item !== "B" && item !== "C") throw new Error(`${item} is no class`);
    const own: FeeLine["item"] = {
      class: item,
      kind,
      selfpayProp: ratio("0"),
      pricUplmtAmt: undefined,
    };
    return { feedetlSn: `${index + 1}`, pric, cnt, detItemFeeSumamt: costOf(cnt, pric), item: own };
  });
}

/** Checks what the catalogue makes of each line of a scenario, on the first day it covers. */
export function checkLines(scenario: Scenario, pack: Pack): void {
  const law = lawOfFirstDay(pack);
  const claim = claimOf({ gives: {} }, partsOf({ gives: {} }), 0, pack);
  const insured = insuredOf(scenario.person, pack);
  const { lines } = classifyLines(feeLinesOf(scenario.lines), { law, claim, insured });
  const found = scenario.lines.map(({ gives = {} }, index) =>
    Object.fromEntries(
      Object.keys(gives).map((field) => {
        const name = field === "overlmtSelfpay" ? "overlmtAmt" : (field as keyof FeeParts);
        const amount = lines[index]?.[name];
        return [field, amount === undefined ? undefined : yuanText(amount)];
      }),
    ),
  );
  expect(found).toEqual(scenario.lines.map(({ gives = {} }) => gives));
}

/** The law of the first day that a pack covers. */
export function lawOfFirstDay(pack: Pack): Law {
  const { law } = lawOn(pack, pack.names.covers.from);
  if (law === undefined) throw new Error("no law on the first day covered");
  return law;
}
