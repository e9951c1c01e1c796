import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DiffReport, diffRuns } from "../../src/jobs/lineage/diff-runs.js";
import { parseSide, sideOf } from "../../src/jobs/lineage/diff-side.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { bookOf, editedBook, FIRST_FIELD } from "./edited-book.js";

/** Two rehearsals of a list, each in a database of its own; the rows of the list of differences. */
async function compared(before: readonly string[], after: readonly string[]) {
  const [one, other] = [await miniJob(), await miniJob()];
  await migrateDelivery(one, writeDelivery(one, [people(...before)]));
  await migrateDelivery(other, writeDelivery(other, [people(...after)]));
  const sides = [
    await sideOf(one.store, parseSide("a.db")),
    await sideOf(other.store, parseSide("b.db")),
  ];
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error("two sides");
  const report: DiffReport = await diffRuns(one.workspace, left, right);
  const path = join(one.workspace.root, report.outputs[0]?.path ?? "");
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\r\n");
  return { report, lines: lines.map((line) => line.split(",").slice(0, 6)) };
}

const sound = "1,张三,男,,1990-01-01,H1,5.00,1";
const noSex = "2,李四,,,1991-01-01,,,1";
const noName = "3,,女,,1992-01-01,H2,7.00,1";
const badDay = "4,赵六,男,,19920230,,,1";

describe("two rehearsals", () => {
  test("a mended line, one that moved, one that is gone, and one that is new", async () => {
    const mended = "2,李四,女,,1991-01-01,,,1";
    const { report, lines } = await compared(
      [sound, noSex, noName],
      [noName, sound, mended, badDay],
    );
    expect(report).toMatchObject({
      released: 0,
      gone: 1,
      caught: 0,
      arrived: 1,
      changed: 0,
      same: 1,
    });
    expect(lines).toEqual([
      ["搁置的行已不在文件中", "people.csv", "3", "", "field-missing", ""],
      ["新来的行被搁置", "people.csv", "", "5", "", "date-unreadable field-missing"],
    ]);
    const people = report.totals.find((one) => one.name === "people");
    expect(people).toEqual({ name: "people", before: "1", after: "2" });
    expect(report.codes).toContainEqual({ name: "date-unreadable", before: "0", after: "1" });
  });

  test("the same line can be set aside in one and not in the other", async () => {
    const id = "159921199001011231";
    const [mine, yours] = [`5,王一,男,${id},,,,1`, `6,王二,男,${id},,,,1`];
    const { report, lines } = await compared([mine, yours], [mine]);
    expect(report).toMatchObject({ released: 1, gone: 1, same: 0 });
    expect(lines.map(([kind]) => kind)).toEqual(["不再搁置", "搁置的行已不在文件中"]);
    const back = await compared([mine], [mine, yours]);
    expect(back.report).toMatchObject({ caught: 1, arrived: 1, released: 0, gone: 0 });
  });

  test("a row that was corrected is set aside no more, and its line is still there", async () => {
    const [one, other] = [await miniJob(), await miniJob()];
    await migrateDelivery(one, writeDelivery(one, [people(sound, noSex)]));
    const folder = writeDelivery(other, [people(sound, noSex)]);
    await checkDelivery(other, folder);
    const book = await editedBook(bookOf(other, "check-set-aside"), ([header = [], ...rows]) => [
      header,
      ...rows.map((row) => row.with(FIRST_FIELD + 2, "女")),
    ]);
    await migrateDelivery(other, folder, book);
    const left = await sideOf(one.store, parseSide("a.db"));
    const right = await sideOf(other.store, parseSide("b.db"));
    expect(await diffRuns(one.workspace, left, right)).toMatchObject({ released: 1, gone: 0 });
    expect(await diffRuns(one.workspace, right, left)).toMatchObject({ caught: 1, arrived: 0 });
  });

  test("equal ones differ in nothing", async () => {
    const { report, lines } = await compared([sound, noSex, noSex], [sound, noSex, noSex]);
    expect(report).toMatchObject({
      released: 0,
      gone: 0,
      caught: 0,
      arrived: 0,
      changed: 0,
      same: 2,
    });
    expect(lines).toEqual([]);
  });
});

test.each([
  ["3", { name: "3", runId: 3 }],
  ["a.db", { name: "a.db", database: "a.db" }],
  ["c:/a.db:12", { name: "c:/a.db:12", database: "c:/a.db", runId: 12 }],
])("a side is named %s", (name, side) => {
  expect(parseSide(name)).toEqual(side);
});
