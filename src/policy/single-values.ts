import type { Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { Adjustment, DatesLaw, Effect, Row, Table } from "./law.js";
import type { Version } from "./pack.js";
import type { InForce } from "./required.js";

/** The days that decide; every word was checked when it was read. */
export function datesOf(inForce: InForce): DatesLaw {
  const switchDay = inForce("dates.switchDay");
  const from = inForce("dates.accountingFrom");
  const at = (key: string): string => wordOf(inForce(`dates.${key}`)) ?? "";
  return {
    switchDay: switchDay?.value.way === "day" ? switchDay.value.day : ("" as Day),
    ruleDay: at("ruleDay") as DatesLaw["ruleDay"],
    acrossSwitch: at("acrossSwitch") as DatesLaw["acrossSwitch"],
    benefitYear: at("benefitYear") as DatesLaw["benefitYear"],
    accountingDay: at("accountingDay") as DatesLaw["accountingDay"],
    accountingFrom: from?.value.way === "whole" ? from.value.whole : 1,
  };
}

/** The word of a parameter that is one. */
export function wordOf(version: Version | undefined): string | undefined {
  return version?.value.way === "word" ? version.value.word : undefined;
}

/** A form key of a version; the reader has seen that it is one of the words. */
export function formOf<Word extends string>(version: Version, key: string, otherwise: Word): Word {
  return (version.form[key] ?? otherwise) as Word;
}

/** An adjustment of a limit that counts sessions: its amounts are numbers, not fen. */
export function countingSessions({ name, table }: Adjustment): Adjustment {
  const rows = table.rows.map((row): Row<Effect> => {
    const { value } = row;
    const isAmount = "by" in value && /Amount$/.test(value.way) && value.way !== "replaceAmount";
    const isReplaced = value.way === "replaceAmount" && value.by !== undefined;
    if (!isAmount && !isReplaced) return row;
    return { ...row, value: { ...value, by: ((value.by ?? 0) / 100) as Yuan } as Effect };
  });
  const found = new Map(rows.map((row, at) => [table.rows[at], row]));
  const find: Table<Effect>["find"] = (on, moment) => found.get(table.find(on, moment));
  const { asksCost } = table;
  return { name, table: { ...(table.counts && { counts: table.counts }), asksCost, rows, find } };
}
