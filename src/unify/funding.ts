import assert from "node:assert";
import { fromFen, type Yuan } from "../domain/money.js";

/** What governments owe the unified fund for the people of one class. */
export interface SubsidyDue {
  readonly psnType: string;
  readonly people: number;
  readonly subsidy: Yuan;
}

/**
 * Unification 2 (统一筹资政策), as far as it follows from who is enrolled: one subsidy per person and
 * year for everybody of a class, whichever scheme they came from. In: how many people have each
 * 人员类别, and what `funding.subsidy` gives for one of them (yuan).
 */
export function subsidiesDue(
  people: Readonly<Record<string, number>>,
  perPerson: (psnType: string) => Yuan,
): readonly SubsidyDue[] {
  return Object.entries(people).map(([psnType, count]) => {
    assert(Number.isSafeInteger(count) && count >= 0, "people are counted");
    return { psnType, people: count, subsidy: fromFen(count * perPerson(psnType)) };
  });
}
