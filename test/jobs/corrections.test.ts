import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/jobs/fingerprint.js";
import type { Job } from "../../src/jobs/job.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { showRun } from "../../src/jobs/runs.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import {
  ACTION,
  bookOf,
  editedBook,
  FIRST_FIELD,
  PROBLEMS,
  RAW,
  REASON,
  rowsOfBook,
} from "./edited-book.js";

const SEX = FIRST_FIELD + 2;
const BALANCE = FIRST_FIELD + 6;

/** Two sound members, one without a sex, one with a sex that no crosswalk knows. */
const list = people(
  "1,张三,男,,1990-01-01,,,1",
  "2,李四,,,1991-01-01,,,1",
  "3,王五,未知x,,1992-01-01,H1,5.00,1",
  "4,赵六,女,,1993-01-01,,,1",
);

async function delivered(): Promise<{ job: Job; folder: string }> {
  const job = await miniJob();
  return { job, folder: writeDelivery(job, [list]) };
}

/** The row of a person, by the old number, with its cells changed. */
function withRow(number: string, changes: Readonly<Record<number, string>>) {
  return (rows: readonly string[][]) =>
    rows.map((row) =>
      row[FIRST_FIELD] === number ? row.map((cell, at) => changes[at] ?? cell) : row,
    );
}

describe("the workbook of set-aside rows", () => {
  test("shows the fields of each row, all its reasons and its text", async () => {
    const { job, folder } = await delivered();
    const report = await checkDelivery(job, folder);
    expect(report.setAside).toEqual({ "code-unknown": 1, "field-missing": 1 });
    const [header = [], ...rows] = await rowsOfBook(bookOf(job, "check-set-aside"));
    const names = ["编号", "姓名", "性别", "证件", "生日", "户号", "余额", "状态"];
    expect(header.slice(FIRST_FIELD)).toEqual(names);
    expect(rows.map((row) => row.slice(FIRST_FIELD, FIRST_FIELD + 3))).toEqual([
      ["2", "李四", ""],
      ["3", "王五", "未知x"],
    ]);
    expect(rows.map((row) => row[RAW])).toEqual([
      "2,李四,,,1991-01-01,,,1",
      "3,王五,未知x,,1992-01-01,H1,5.00,1",
    ]);
    expect(rows[0]?.[PROBLEMS]).toMatch(/^\[性别\] /);
  });
});

describe("corrections of a delivery that is not loaded yet", () => {
  test("replace the rows on the fly and keep their place", async () => {
    const { job, folder } = await delivered();
    await checkDelivery(job, folder);
    const book = await editedBook(bookOf(job, "check-set-aside"), withRow("2", { [SEX]: "女" }));
    const report = await migrateDelivery(job, folder, book);
    expect(report.files).toMatchObject([{ read: 4, loaded: 3, merged: 0, setAside: 1 }]);
    expect(report.corrections).toMatchObject({ corrected: 1, loaded: 1, dropped: 0, left: 1 });
    const [{ fileId = 0 } = {}] = await job.store.intake.files(1);
    const version = (await job.store.intake.versions(fileId, [3])).get(3);
    expect(version).toMatchObject({ line: 3, outcome: 0, correction: { action: "corrected" } });
  });

  test("a dropped row is counted under its own reason, and nobody has to accept it", async () => {
    const { job, folder } = await delivered();
    await checkDelivery(job, folder);
    const dropped = { [ACTION]: "放弃", [REASON]: "重复登记" };
    const change = withRow("3", dropped);
    const book = await editedBook(bookOf(job, "check-set-aside"), (rows) =>
      withRow("2", { [SEX]: "女" })(change(rows) as string[][]),
    );
    const report = await migrateDelivery(job, folder, book);
    expect(report.setAside).toEqual({ "row-dropped": 1 });
    expect(report.notAccepted).toEqual([]);
    expect(report.corrections).toMatchObject({ corrected: 1, dropped: 1, left: 0 });
    const account = report.money.find((line) => line.kind === "familyAccounts");
    expect(account).toMatchObject({ read: "5.00", setAside: "5.00", carried: "0.00" });
    const [, ...rows] = await rowsOfBook(bookOf(job, "set-aside"));
    expect(rows).toEqual([]);
  });
});

describe("corrections of a delivery that is loaded", () => {
  test("are a run of their own that reads only these rows", async () => {
    const { job, folder } = await delivered();
    const first = await migrateDelivery(job, folder);
    const book = await editedBook(bookOf(job, "set-aside"), withRow("3", { [SEX]: "男" }));
    const report = await migrateDelivery(job, folder, book);
    expect(report).toMatchObject({ runId: 2, correctsRun: 1, people: 1 });
    expect(report.files).toMatchObject([{ read: 1, loaded: 1, merged: 0, setAside: 0 }]);
    expect(report.corrections).toMatchObject({ corrected: 1, loaded: 1, left: 1 });
    const account = report.money.find((line) => line.kind === "familyAccounts");
    expect(account).toMatchObject({ read: "5.00", carried: "5.00" });
    const earlier = await job.store.runs.get(1);
    expect(JSON.parse(earlier?.report ?? "")).toEqual(first);
    expect(await job.store.intake.outcomes(1)).toMatchObject([
      { outcome: 0, rows: 2 },
      { outcome: 2, rows: 2 },
    ]);
    const { correctedLater } = await showRun(job.store, 1);
    expect(correctedLater).toEqual([{ path: "people.csv", corrected: 1, dropped: 0 }]);
  });

  test("given once more change nothing", async () => {
    const { job, folder } = await delivered();
    await migrateDelivery(job, folder);
    const book = await editedBook(bookOf(job, "set-aside"), withRow("3", { [SEX]: "男" }));
    await migrateDelivery(job, folder, book);
    const before = await fingerprint(job.store);
    const again = await migrateDelivery(job, folder, book);
    expect(again).toMatchObject({ isRepeated: true, corrections: { corrected: 0, repeated: 1 } });
    const saved = await editedBook(book, (rows) => rows);
    expect(await migrateDelivery(job, folder, saved)).toMatchObject({ isRepeated: true });
    expect(await fingerprint(job.store)).toBe(before);
    expect((await job.store.runs.list()).length).toBe(2);
  });

  test("a row that is wrong again waits with its new reasons and fields", async () => {
    const { job, folder } = await delivered();
    await migrateDelivery(job, folder);
    const wrong = withRow("3", { [SEX]: "男", [BALANCE]: "五元" });
    const book = await editedBook(bookOf(job, "set-aside"), wrong);
    const report = await migrateDelivery(job, folder, book);
    expect(report.setAside).toEqual({ "amount-unreadable": 1 });
    expect(report.corrections).toMatchObject({ corrected: 1, setAsideAgain: 1 });
    const next = report.outputs.find(({ path }) => path.endsWith(".xlsx"))?.path ?? "";
    const path = `${job.workspace.root}/${next}`;
    const [, ...rows] = await rowsOfBook(path);
    expect(rows.map((row) => row[FIRST_FIELD])).toEqual(["2", "3"]);
    expect(rows[1]?.slice(SEX)).toEqual(["男", "", "1992-01-01", "H1", "五元", "1"]);
    expect(rows[1]?.[RAW]).toBe("3,王五,未知x,,1992-01-01,H1,5.00,1");
    const mended = await editedBook(path, withRow("3", { [BALANCE]: "5.00" }));
    const third = await migrateDelivery(job, folder, mended);
    expect(third.corrections).toMatchObject({ corrected: 1, loaded: 1, left: 1 });
    expect(await job.store.intake.correctedLater(1)).toMatchObject([{ corrected: 1, dropped: 0 }]);
  });

  test("a row dropped and one left leave the earlier run as it was", async () => {
    const { job, folder } = await delivered();
    await migrateDelivery(job, folder);
    const dropped = withRow("2", { [ACTION]: "drop", [REASON]: "already elsewhere" });
    const book = await editedBook(bookOf(job, "set-aside"), dropped);
    const report = await migrateDelivery(job, folder, book);
    expect(report.setAside).toEqual({ "row-dropped": 1 });
    expect(await job.store.intake.correctedLater(1)).toMatchObject([{ corrected: 0, dropped: 1 }]);
    const [, ...rows] = await rowsOfBook(bookOf(job, "set-aside"));
    expect(rows.map((row) => row[FIRST_FIELD])).toContain("3");
  });

  test("a row chosen for correction is read again as it is", async () => {
    const { job, folder } = await delivered();
    await migrateDelivery(job, folder);
    const book = await editedBook(bookOf(job, "set-aside"), withRow("3", { [ACTION]: "更正" }));
    const report = await migrateDelivery(job, folder, book);
    expect(report.corrections).toMatchObject({ corrected: 1, setAsideAgain: 1 });
    expect(report.setAside).toEqual({ "code-unknown": 1 });
    expect(await migrateDelivery(job, folder, book)).toMatchObject({ isRepeated: true });
  });
});
