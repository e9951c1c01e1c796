import { expect } from "vitest";
import { exactText } from "../../src/domain/money.js";
import { tellProblem } from "../../src/domain/problem.js";
import { ruinedText } from "../../src/io/ruined.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { documentOf, shown } from "./document.js";

const crosswalks = new Map([
  ["sex", new Map(Object.entries({ 男: "1", 女: "2" }))],
  ["sexId", new Map(Object.entries({ "1": "1", "2": "2" }))],
]);

/** The layout of a list of persons with these columns, and its mapper. */
export function listOf(columns: string, constants = "") {
  const yaml = `title: 名单
source: ncms
record: person
format: { delimiter: ",", header: any-order }
encoding: utf-8
constants: { insuplc_admdvs: "159921"${constants} }
columns:${columns}
`;
  const { layout, problems } = parseLayout("list", "list.yaml", documentOf(yaml));
  expect(shown(problems)).toEqual([]);
  return layout;
}

/** What becomes of one row of a list: its records, and what is told about each. */
export function read(layout: ReturnType<typeof listOf>, ...fields: readonly string[]) {
  const map = rowMapper(layout, "a.csv", crosswalks, ruinedText);
  return map({ line: 9, text: fields.join(","), fields }).map((record) => ({
    part: record.part,
    text: (field: string) => record.text(field),
    amount: (field: string) => exactText(record.amount(field)),
    told: record.problems.map((one) => tellProblem(one, "en").split(" ").slice(0, 2).join(" ")),
    codes: record.problems.map((one) => `${one.code} ${one.place.field ?? ""}`.trim()),
  }));
}
