import { yuanText } from "../../domain/money.js";
import { countText, priceText } from "../../domain/quantity.js";
import type { FeeLineRow } from "../../domain/visits.js";
import type { Pack } from "../../policy/pack.js";
import { sourced } from "../../settle/explain.js";
import { type ClassifiedLine, classifyLines, type FeeLine } from "../../settle/fee-lines.js";
import type { StoredClaim } from "../../store/port/claims.js";
import type { Store } from "../../store/store.js";
import { lineTexts } from "../../text/bill.js";
import { type Lang, tell } from "../../text/tell.js";
import { FeeLines } from "./fee-lines.js";
import { readyOf } from "./ready.js";

/**
 * How the fee lines of a bill that stated no parts made them: a line each, with the value of the
 * law behind its first self-pay. Lines are classified by the archived law and the catalogue as it
 * stands; where that gives other parts by now, the last line says so.
 */
export async function feeLineLines(
  store: Store,
  claim: StoredClaim,
  pack: Pack,
  lang: Lang,
): Promise<readonly string[]> {
  if (!claim.isUnclassified) return [];
  const found = (await (await FeeLines.open(store)).of([claim])).get(claim.claimId);
  const people = await store.claims.insured(claim.partNo, claim.partNo + 1, [claim.psnNo]);
  const person = people.get(claim.psnNo);
  if (found === undefined || person === undefined) return [];
  const institutions = await store.registers.institutions();
  const ready = readyOf(claim, person, { pack, institutions }, found);
  if (!("parts" in ready)) return [];
  const { lines, header } = classifyLines(found.lines, ready.parts[0].question);
  const rows = await store.visits.feeLines(claim.insuSource, claim.mdtrtId);
  const rowOf = new Map(rows.map((row) => [row.feedetlSn, row]));
  const told = lines.flatMap((line, at) => {
    const [row, given] = [rowOf.get(line.feedetlSn), found.lines[at]];
    return row === undefined || given === undefined ? [] : [lineOf(row, given, line, pack, lang)];
  });
  const isSame =
    header.inscpScpAmt === claim.inscpScpAmt && header.preselfpayAmt === claim.preselfpayAmt;
  return [
    tell(lineTexts.head, lang, { count: told.length }),
    ...told,
    ...(isSame ? [] : [tell(lineTexts.changed, lang)]),
  ];
}

function lineOf(
  row: FeeLineRow,
  { item }: FeeLine,
  parts: ClassifiedLine,
  { values }: Pack,
  lang: Lang,
): string {
  const line = tell(lineTexts.line, lang, {
    day: row.feeOcurTime,
    name: row.medinsListName === "" ? row.medinsListCodg : row.medinsListName,
    price: priceText(row.pric),
    count: countText(row.cnt),
    whole: yuanText(row.detItemFeeSumamt),
    class: tell(lineTexts[item.class], lang),
    own: yuanText(parts.fulamtOwnpayAmt),
    over: yuanText(parts.overlmtAmt),
    first: yuanText(parts.preselfpayAmt),
    scope: yuanText(parts.inscpScpAmt),
  });
  const source = values[parts.firstSelfPay];
  return source === undefined ? line : sourced(line, source, lang);
}
