import { amountInWords } from "../domain/amount-in-words.js";
import { sum, type Yuan, yuanText } from "../domain/money.js";
import type { HospitalMonth } from "../domain/records.js";
import { statementLines } from "../text/statement.js";
import { type Lang, tell } from "../text/tell.js";
import type { Signatures, StatementHospital, StatementQuestion } from "./statement-question.js";

const TO_BE_SIGNED = "________";

/**
 * The lines below the table: the total in words, how the columns add up, what was set aside, terms
 * that are only assumed, and who signs.
 */
export function footOf(question: StatementQuestion, payable: Yuan): readonly string[] {
  const { hospitals, setAside, signatures, notes, lang } = question;
  return [
    tell(statementLines.inWords, lang, { words: amountInWords(payable) }),
    tell(statementLines.confirming, lang),
    tell(statementLines.paying, lang),
    ...setAsideLines(setAside, lang),
    ...assumedLines(hospitals, lang),
    ...notes,
    ...signatureLines(signatures, lang),
  ];
}

function setAsideLines(months: readonly HospitalMonth[], lang: Lang): readonly string[] {
  if (months.length === 0) return [];
  const values = {
    count: months.length,
    amount: yuanText(sum(months.map((month) => month.fundAppySum))),
    codes: months.map((month) => month.fixmedinsCode).join(", "),
  };
  return [tell(statementLines.setAside, lang, values)];
}

/** One line per source, not per hospital: a county may rest on a single assumption. */
function assumedLines(hospitals: readonly StatementHospital[], lang: Lang): readonly string[] {
  const counts = new Map<string, number>();
  for (const { agreement } of hospitals) {
    if (agreement.status !== "assumed") continue;
    counts.set(agreement.cite, (counts.get(agreement.cite) ?? 0) + 1);
  }
  return [...counts].map(([cite, count]) => tell(statementLines.assumed, lang, { cite, count }));
}

function signatureLines(signatures: Signatures, lang: Lang): readonly string[] {
  const { preparer, checker = TO_BE_SIGNED, approver = TO_BE_SIGNED } = signatures;
  const line = tell(statementLines.signatures, lang, { preparer, checker, approver });
  if (!signatures.isSecondPersonOff) return [line];
  return [line, tell(statementLines.secondPersonOff, lang, { preparer })];
}
