import { levels } from "../domain/codes.js";
import { add, subtract, type Yuan } from "../domain/money.js";
import type { Amounts, Claim } from "../domain/records.js";
import type { ClaimKind } from "./rates.js";

/**
 * What the settlement windows would pay for the claims of one person, in their order: the law,
 * given from outside, because this folder knows none.
 */
export type WindowAmounts = (
  person: { readonly psnType: string; readonly identities: readonly string[] },
  claims: readonly Claim[],
) => readonly Amounts[];

export interface WindowQuestion {
  readonly person: Parameters<WindowAmounts>[0];
  readonly claims: readonly Claim[];
  readonly windowAmounts: WindowAmounts;
}

/**
 * What a window with a fault paid for the last of the claims: consistent in itself (the identities
 * of the bill hold), but not what the law gives. Undefined when the fault would change nothing.
 */
export function faultyAmounts(
  kind: ClaimKind,
  right: Amounts,
  question: WindowQuestion,
): Amounts | undefined {
  const { person, claims, windowAmounts } = question;
  if (kind === "window-deductible-twice") return deductedTwice(right);
  if (kind === "window-overlay-missed") {
    return unlike(right, windowAmounts({ ...person, identities: [] }, claims).at(-1));
  }
  if (kind !== "window-other-level") return undefined;
  const last = claims.at(-1);
  if (last === undefined) return undefined;
  for (const dedcHospLv of levels) {
    const others = [...claims.slice(0, -1), { ...last, dedcHospLv }];
    const found = unlike(right, windowAmounts(person, others).at(-1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function deductedTwice(right: Amounts): Amounts | undefined {
  const { actPayDedc, hifpPay, fundPaySumamt, psnPartAmt } = right;
  if (actPayDedc <= 0 || hifpPay < actPayDedc) return undefined;
  return {
    ...right,
    actPayDedc: add(actPayDedc, actPayDedc),
    hifpPay: subtract(hifpPay, actPayDedc),
    fundPaySumamt: subtract(fundPaySumamt, actPayDedc),
    psnPartAmt: add(psnPartAmt, actPayDedc),
  };
}

function unlike(right: Amounts, other: Amounts | undefined): Amounts | undefined {
  if (other === undefined) return undefined;
  const pairs: readonly (readonly [Yuan, Yuan])[] = [
    [right.actPayDedc, other.actPayDedc],
    [right.hifpPay, other.hifpPay],
    [right.psnPartAmt, other.psnPartAmt],
  ];
  return pairs.some(([left, one]) => left !== one) ? other : undefined;
}
