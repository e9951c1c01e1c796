import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniFile, miniJob, writeDelivery } from "../problems/mini-delivery.js";
import { bookOf, editedBook, FIRST_FIELD, LINE, rowsOfBook } from "./edited-book.js";

/** A household on a line: its number, the head and a member, each with sex and birth date. */
const layout = `
title: 一户一行
source: ncms
record: person-enrolment
format: { delimiter: ",", header: true }
encoding: gb18030
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01" }
columns:
  - { name: 户号, to: household_no, as: text, also: [{ to: legacy_id, as: text, join: "" }] }
  - { name: 状态, to: psn_insu_stas, as: text, required: true }
  - { name: 户主, to: psn_name, as: name, group: 户主, required: true }
  - { name: 户主性别, to: gend, as: code, table: ncms/gend, group: 户主, required: true }
  - { name: 户主生日, to: brdy, as: day, group: 户主 }
  - { value: "01", to: legacy_id, as: text, join: "-", group: 户主 }
  - { name: 成员, to: psn_name, as: name, group: 成员, required: true }
  - { name: 成员性别, to: gend, as: code, table: ncms/gend, group: 成员, required: true }
  - { name: 成员生日, to: brdy, as: day, group: 成员 }
  - { value: "02", to: legacy_id, as: text, join: "-", group: 成员 }
`;

const header = "户号,状态,户主,户主性别,户主生日,成员,成员性别,成员生日";

/** A sound line, one whose member has no sex, and one that lost a delimiter. */
const list = miniFile("households.csv", "households", [
  header,
  "1,1,张三,男,1960-01-01,张一,女,1990-01-01",
  "2,1,李四,男,1961-01-01,李一,,1991-01-01",
  "3,1,王五,男,1962-01-01,王一女,1992-01-01",
]);

async function loaded(): Promise<{ job: Job; folder: string }> {
  const job = await miniJob();
  writeFileSync(join(job.workspace.mappings, "legacy/households.yaml"), layout);
  const folder = writeDelivery(job, [list]);
  const report = await migrateDelivery(job, folder);
  expect(report.files).toMatchObject([{ read: 5, loaded: 3, setAside: 2 }]);
  return { job, folder };
}

const [SEX, LOST] = [FIRST_FIELD + 6, FIRST_FIELD + 5];

test("a record of a line is corrected by itself; a broken line becomes its records", async () => {
  const { job, folder } = await loaded();
  const [, ...rows] = await rowsOfBook(bookOf(job, "set-aside"));
  expect(rows.map((row) => row[LINE]).sort()).toEqual(["3/2", "4"]);
  const book = await editedBook(bookOf(job, "set-aside"), ([top = [], ...body]) => [
    top,
    ...body.map((row) =>
      row[LINE] === "4"
        ? row
            .with(LOST, "王一")
            .with(LOST + 1, "女")
            .with(LOST + 2, "1992-01-01")
        : row.with(SEX, "女"),
    ),
  ]);
  const report = await migrateDelivery(job, folder, book);
  expect(report.corrections).toMatchObject({ corrected: 2, left: 0 });
  expect(report.people).toBe(3);
  expect(report.files).toMatchObject([{ read: 3, loaded: 3, setAside: 0 }]);
  const [{ fileId = 0 } = {}] = await job.store.intake.files(1);
  expect(await job.store.intake.waitingAfter(fileId, 0, 10)).toEqual([]);
  expect(await migrateDelivery(job, folder, book)).toMatchObject({ isRepeated: true });
});
