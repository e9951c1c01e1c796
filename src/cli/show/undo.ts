import { amountFields } from "../../domain/amounts.js";
import { sum, yuan, yuanText } from "../../domain/money.js";
import type {
  Moved,
  SettlementSums,
  SplitConsequences,
} from "../../jobs/match/split-consequences.js";
import type { ReportedHalf, UndoReport } from "../../jobs/match/undo-report.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { costTexts, payerTexts, type UndoText, undoTexts } from "../../text/undo.js";
import { grouped, tableLines } from "../render.js";
import { fileLines, say } from "./words.js";

/** A split: its state, both halves, and everything that it changes in money. */
export function undoLines(report: UndoReport, lang: Lang): readonly string[] {
  const told = (name: UndoText, values: Values = {}): string => tell(undoTexts[name], lang, values);
  const { psnNo: person, approval, preparedBy: prepared, reason, consequences } = report;
  const approved = report.approvedBy || say("secondPersonOff", lang);
  if (report.state === "refused") return [told("refused", { refusal: report.refusal })];
  const isWaiting = report.state === "waiting";
  const head = isWaiting ? "waits" : "done";
  const before = isWaiting ? "preparedBefore" : "repeated";
  const { entries, takenBack, outputs } = report;
  const journal = { entries: entries.length, replaced: takenBack.length };
  return [
    ...(report.isRepeated ? [told(before, { approval })] : []),
    told(head, { person, approval, prepared, approved }),
    told("reason", { reason }),
    ...halfLines("stays", report.staying, consequences.staying, isWaiting, lang),
    ...halfLines("leaves", report.leaving, consequences.leaving, isWaiting, lang),
    ...subsidyLines(consequences, lang),
    ...duplicateLines(report, lang),
    ...settlementLines(consequences.sums, lang),
    ...(consequences.untold > 0 ? [told("untold", { count: consequences.untold, person })] : []),
    ...(consequences.nobodys > 0 ? [told("nobodys", { count: consequences.nobodys })] : []),
    ...(entries.length > 0 ? [told("decisions", journal)] : []),
    ...(outputs.length > 0 ? [say("outputs", lang), ...fileLines(outputs, lang)] : []),
  ];
}

function halfLines(
  name: "stays" | "leaves",
  { psnNo: person, numbering }: ReportedHalf,
  moved: Moved,
  isWaiting: boolean,
  lang: Lang,
): readonly string[] {
  const told = (text: UndoText, values: Values = {}): string => tell(undoTexts[text], lang, values);
  const { records, enrolments, settledClaims: settled, openClaims: open } = moved;
  const half = told(name);
  const how = isWaiting && numbering === "new" ? "nextNew" : numbering;
  const counts = { records, enrolments, settled, open };
  const { hifpPay: hifp, hifmiPay: hifmi } = moved.benefits;
  const benefits = yuanText(sum([yuan(hifp), yuan(hifmi)]));
  const { count: accounts, balance } = moved.accounts;
  return [
    told("half", { half, person, numbering: told(how), ...counts }),
    told("money", {
      benefits: grouped(benefits),
      hifp: grouped(hifp),
      hifmi: grouped(hifmi),
      accounts,
      balance: grouped(balance),
    }),
  ];
}

/** The subsidies that change, by county and year, and their sum. */
export function subsidyLines(
  consequences: Pick<SplitConsequences, "subsidies" | "subsidyDifference">,
  lang: Lang,
  heading: UndoText = "subsidies",
): readonly string[] {
  const told = (name: UndoText): string => tell(undoTexts[name], lang);
  if (consequences.subsidies.length === 0) return [told("noSubsidies")];
  const names: readonly UndoText[] = [
    ...(["county", "year", "peopleBefore", "peopleAfter", "perPerson", "difference"] as const),
  ];
  const rows = consequences.subsidies.map((one) => [
    one.admdvs,
    String(one.year),
    String(one.peopleBefore),
    String(one.peopleAfter),
    grouped(one.perPerson),
    grouped(one.difference),
  ]);
  const sum = [told("total"), "", "", "", "", grouped(consequences.subsidyDifference)];
  return [told(heading), ...tableOf(names, 2, [...rows, sum], lang)];
}

function duplicateLines({ consequences }: UndoReport, lang: Lang): readonly string[] {
  if (consequences.duplicates.length === 0) return [];
  const names: readonly UndoText[] = [
    ...(["kind", "county", "year", "before", "after", "difference"] as const),
  ];
  const rows = consequences.duplicates.map(({ kind, admdvs, year, ...amounts }) => {
    const money = [amounts.before, amounts.after, amounts.difference].map(grouped);
    return [tell(costTexts[kind], lang), admdvs, String(year), ...money];
  });
  return [tell(undoTexts.duplicates, lang), ...tableOf(names, 3, rows, lang)];
}

/** One line for each payer of each group; the single settlements stand in the file. */
export function settlementLines(
  sums: readonly SettlementSums[],
  lang: Lang,
  heading: UndoText = "settlements",
): readonly string[] {
  const told = (name: UndoText): string => tell(undoTexts[name], lang);
  if (sums.length === 0) return [told("noSettlements")];
  const names: readonly UndoText[] = [
    ...(["monthState", "settledBy", "payer", "claims", "before", "after", "difference"] as const),
  ];
  const rows = sums.flatMap(({ isClosed, settledBy, claims, amounts }) =>
    amountFields.flatMap((payer) => {
      const { before, after, difference } = amounts[payer];
      if (before === after) return [];
      const head = [told(isClosed ? "closed" : "open"), told(settledBy)];
      const money = [before, after, difference].map(grouped);
      return [[...head, tell(payerTexts[payer], lang), String(claims), ...money]];
    }),
  );
  return [told(heading), ...tableOf(names, 3, rows, lang), told("correct")];
}

function tableOf(
  names: readonly UndoText[],
  texts: number,
  rows: readonly (readonly string[])[],
  lang: Lang,
): readonly string[] {
  const columns = names.map((name, index) => {
    return { header: tell(undoTexts[name], lang), isNumber: index >= texts };
  });
  return tableLines(columns, rows).map((line) => `  ${line}`);
}
