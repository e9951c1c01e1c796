import { expect } from "vitest";
import { ratioText, yuanText } from "../../src/domain/money.js";
import type { CaseFacts, CoverageStart, Law, Row } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { factsOf } from "../policy/facts.js";
import { insuredOf } from "./claims.js";
import { lawOfFirstDay } from "./lines.js";
import type { Scenario, StartFacts } from "./scenario.js";

/** Checks what a person's enrolment costs: each table of the funding that the case names. */
export function checkFunding(scenario: Scenario, pack: Pack): void {
  const { funding } = lawOfFirstDay(pack);
  const on = lawOfFirstDay(pack).caseOf({ ...factsOf(), ...personFacts(scenario, pack) });
  const amounts = { contribution: funding.contribution, account: funding.account };
  const texts: Record<string, string> = {};
  for (const [name, table] of Object.entries(amounts)) {
    const row = table?.find(on);
    texts[name] = row === undefined ? "none" : yuanText(row.value);
  }
  const aided = funding.aided?.find(on);
  texts["aided"] = aided === undefined ? "none" : ratioText(aided.value);
  const asked = Object.keys(scenario.funding ?? {});
  const found = Object.fromEntries(asked.map((name) => [name, texts[name]]));
  const wanted = Object.entries(scenario.funding ?? {}).map(([name, text]) => [
    name,
    name === "aided" && text !== "none" ? String(Number(text)) : text,
  ]);
  expect(found).toEqual(Object.fromEntries(wanted));
}

/** Checks from when a person who joins has benefits. */
export function checkStart(start: StartFacts, pack: Pack): void {
  const law: Law = lawOfFirstDay(pack);
  const { joined, months = 0, days = 0 } = start;
  const on = law.caseOf({ ...factsOf(), joined, months, days });
  expect(startText(law.coverage.start?.find(on))).toBe(start.gives);
}

function startText(row: Row<CoverageStart> | undefined): string {
  if (row === undefined) return "none";
  const { way, months } = row.value;
  return way === "monthsAfterPayment" ? `${way} ${months}` : way;
}

function personFacts(scenario: Scenario, pack: Pack): Partial<CaseFacts> {
  const {
    scheme,
    class: name,
    tier,
    identities,
    age,
    years,
    division,
  } = insuredOf(scenario.person, pack);
  return { scheme, class: name, tier, identities, age, years, division };
}
