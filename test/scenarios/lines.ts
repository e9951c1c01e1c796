import { expect } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import { costOf, readCount, readPrice } from "../../src/domain/quantity.js";
import { lawOn } from "../../src/policy/dated.js";
import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { caseOf } from "../../src/settle/case.js";
import { classifyLines, type FeeLine } from "../../src/settle/fee-lines.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import { claimOf, insuredOf, partsOf } from "./claims.js";
import type { LineFacts, Scenario } from "./scenario.js";

/** Fee lines of a scenario: one piece of the price where it does not say how many. */
export function feeLinesOf(lines: readonly LineFacts[]): readonly FeeLine[] {
  return lines.map(({ item, kind = "", price, count = "1" }) => {
    const [pric, cnt] = [readPrice(price), readCount(count)];
    if (pric === undefined || cnt === undefined) throw new Error(`${price} × ${count} is no line`);
    if (item !== "A" && item !== "B" && item !== "C") throw new Error(`${item} is no class`);
    return { item, kind, pric, cnt, detItemFeeSumamt: costOf(cnt, pric) };
  });
}

/** Checks what the catalogue makes of each line of a scenario, on the first day it covers. */
export function checkLines(scenario: Scenario, pack: Pack): void {
  const law = lawOfFirstDay(pack);
  const claim = claimOf({ gives: {} }, partsOf({ gives: {} }), 0, pack);
  const insured = insuredOf(scenario.person, pack);
  const { facts } = caseOf({ claim, insured, law, before: emptyYear }, "");
  const { parts } = classifyLines({ lines: feeLinesOf(scenario.lines), facts, law });
  const found = scenario.lines.map(({ gives = {} }, index) =>
    Object.fromEntries(
      Object.keys(gives).map((field) => {
        const amount = parts[index]?.[field as keyof (typeof parts)[number]];
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
