import { amountFields } from "../../domain/amounts.js";
import { yuan } from "../../domain/money.js";
import type { Cell, Column, Sheet } from "../../io/xlsx.js";
import { type Lang, tell } from "../../text/tell.js";
import { costTexts, payerTexts, type UndoText, undoTexts } from "../../text/undo.js";
import type { Moved, SettlementChange, SplitConsequences } from "./split-consequences.js";
import type { UndoReport } from "./undo-report.js";

/** The workbook of a split: what goes to whom, the subsidies, and the settlements. */
export function undoSheets(report: UndoReport, lang: Lang): readonly Sheet[] {
  const say = (name: UndoText, values = {}): string => tell(undoTexts[name], lang, values);
  const { psnNo: person, approval, reason, preparedBy, approvedBy } = report;
  const title = [say("title", { person, approval }), say("reason", { reason })];
  const prepared = say("preparedBy", { prepared: preparedBy });
  const foot = [
    approvedBy === "" ? prepared : say("approvedBy", { prepared, approved: approvedBy }),
  ];
  return [
    { ...belongings(report, lang), title, foot },
    { ...subsidySheet(report.consequences, lang), title },
    { ...duplicates(report, lang), title },
    { ...settlements(report, lang), title, foot: [say("correct")] },
  ];
}

/** The settlements as rows of text, the header first and their totals last. */
export function settlementCsv(report: UndoReport, lang: Lang): readonly (readonly string[])[] {
  const { columns, rows } = settlements(report, lang);
  const texts = rows.map((row) =>
    row.map((cell, at) => {
      if (columns[at]?.kind !== "amount" || cell === "") return String(cell);
      return (Number(cell) / 100).toFixed(2);
    }),
  );
  return [columns.map((column) => column.header), ...texts];
}

function belongings({ leaving, staying, consequences }: UndoReport, lang: Lang): Sheet {
  const say = (name: UndoText): string => tell(undoTexts[name], lang);
  const columns: readonly Column[] = [
    { header: say("what"), kind: "text" },
    { header: `${say("stays")} ${staying.psnNo}`, kind: "text" },
    { header: `${say("leaves")} ${leaving.psnNo}`, kind: "text" },
  ];
  const lines: readonly (readonly [UndoText, (moved: Moved) => string])[] = [
    ["records", (moved) => String(moved.records)],
    ["enrolments", (moved) => String(moved.enrolments)],
    ["benefitsFund", (moved) => moved.benefits.hifpPay],
    ["benefitsCritical", (moved) => moved.benefits.hifmiPay],
    ["accounts", (moved) => String(moved.accounts.count)],
    ["balances", (moved) => moved.accounts.balance],
    ["settledClaims", (moved) => String(moved.settledClaims)],
    ["openClaims", (moved) => String(moved.openClaims)],
  ];
  const { staying: stays, leaving: leaves } = consequences;
  const rows = lines.map(([name, of]) => [say(name), of(stays), of(leaves)]);
  return { name: say("belongingsSheet"), columns, rows };
}

/** The subsidies that change, by county and year, and their sum. */
export function subsidySheet(
  consequences: Pick<SplitConsequences, "subsidies" | "subsidyDifference">,
  lang: Lang,
): Sheet {
  const say = (name: UndoText): string => tell(undoTexts[name], lang);
  const columns: readonly Column[] = [
    { header: say("county"), kind: "text" },
    { header: say("year"), kind: "text" },
    { header: say("peopleBefore"), kind: "count" },
    { header: say("peopleAfter"), kind: "count" },
    { header: say("perPerson"), kind: "amount" },
    { header: say("difference"), kind: "amount" },
  ];
  const rows = consequences.subsidies.map((one): readonly Cell[] => {
    const people = [one.peopleBefore, one.peopleAfter];
    return [one.admdvs, String(one.year), ...people, yuan(one.perPerson), yuan(one.difference)];
  });
  const sum = [say("total"), "", "", "", "", yuan(consequences.subsidyDifference)];
  return { name: say("fundingSheet"), columns, rows: [...rows, sum] };
}

function duplicates({ consequences }: UndoReport, lang: Lang): Sheet {
  const say = (name: UndoText): string => tell(undoTexts[name], lang);
  const columns: readonly Column[] = [
    ...(["kind", "county", "year"] as const).map((name) => column(say(name), "text")),
    ...(["before", "after", "difference"] as const).map((name) => column(say(name), "amount")),
  ];
  const rows = consequences.duplicates.map(({ kind, admdvs, year, ...one }): readonly Cell[] => {
    const money = [one.before, one.after, one.difference].map(yuan);
    return [tell(costTexts[kind], lang), admdvs, String(year), ...money];
  });
  return { name: say("duplicateSheet"), columns, rows };
}

function column(header: string, kind: Column["kind"]): Column {
  return { header, kind };
}

/** One row for every amount that changes, and of every group the sums. */
function settlements({ consequences, leaving, staying }: UndoReport, lang: Lang): Sheet {
  const changes = consequences.settlements.map(({ half, ...change }) => {
    return { psnNo: half === "leaving" ? leaving.psnNo : staying.psnNo, ...change };
  });
  return settlementSheet(changes, consequences.sums, lang);
}

/** A settlement that would be different, with whose it is. */
export type PersonsChange = Omit<SettlementChange, "half"> & { readonly psnNo: string };

/** One row for every amount that changes, and of every group the sums. */
export function settlementSheet(
  changes: readonly PersonsChange[],
  groups: SplitConsequences["sums"],
  lang: Lang,
): Sheet {
  const say = (name: UndoText): string => tell(undoTexts[name], lang);
  const texts = ["person", "settlement", "hospital", "month", "monthState", "settledBy", "payer"];
  const columns: readonly Column[] = [
    ...texts.map((name): Column => ({ header: say(name as UndoText), kind: "text" })),
    { header: say("claims"), kind: "count" },
    { header: say("before"), kind: "amount" },
    { header: say("after"), kind: "amount" },
    { header: say("difference"), kind: "amount" },
    { header: say("wouldWait"), kind: "text" },
  ];
  const stateOf = (isClosed: boolean): string => say(isClosed ? "closed" : "open");
  const rows = changes.flatMap((one) => {
    const place = [one.psnNo, one.medinsSetlId, one.fixmedinsCode, one.month];
    const head = [...place, stateOf(one.isClosed), say(one.settledBy)];
    return amountRows(head, 1, one.amounts, one.waits.join(" "), lang);
  });
  const sums = groups.flatMap((one) => {
    const head = [say("total"), "", "", "", stateOf(one.isClosed), say(one.settledBy)];
    return amountRows(head, one.claims, one.amounts, "", lang);
  });
  return { name: say("settlementSheet"), columns, rows: [...rows, ...sums] };
}

function amountRows(
  head: readonly string[],
  claims: number,
  amounts: SettlementChange["amounts"],
  waits: string,
  lang: Lang,
): readonly (readonly Cell[])[] {
  return amountFields.flatMap((payer): readonly (readonly Cell[])[] => {
    const { before, after, difference } = amounts[payer];
    if (before === after) return [];
    const name = tell(payerTexts[payer], lang);
    const money = [before, after, difference].map(yuan);
    return [[...head, name, claims, ...money, waits]];
  });
}
