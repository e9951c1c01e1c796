import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniFile, miniJob, writeDelivery } from "../problems/mini-delivery.js";

/** A line holds a household: its account, its head and up to two members. */
const layout = `title: 户表
source: ncms
record: person-enrolment
format: { delimiter: ",", quote: '"', header: true }
encoding: gb18030
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01",
  psn_insu_stas: "1" }
columns:
  - { name: 户号, to: household_no, as: text, also: [{ to: legacy_id, as: text, join: "" }] }
  - { name: 余额, to: family_balc, as: yuan }
  - { value: "01", to: legacy_id, as: text, join: "-", group: 户主 }
  - { value: "02", to: head_relation, as: text, group: 户主 }
  - { name: 户主, to: psn_name, as: name, required: true, group: 户主 }
  - { name: 户主性别, to: gend, as: code, table: ncms/gend, required: true, group: 户主 }
  - { name: 户主生日, to: brdy, as: day, group: 户主 }
  - { value: "02", to: legacy_id, as: text, join: "-", group: 成员1 }
  - { name: 成员1, to: psn_name, as: name, required: true, group: 成员1 }
  - { name: 性别1, to: gend, as: code, table: ncms/gend, required: true, group: 成员1 }
  - { name: 生日1, to: brdy, as: day, group: 成员1 }
`;

const file = miniFile("households.csv", "households", [
  "户号,余额,户主,户主性别,户主生日,成员1,性别1,生日1",
  "1,10.00,张三,男,1970-01-01,张小三,男,2000-01-01",
  "2,20.00,李四,男,1971-01-01,,,",
  "3,30.00,王五,男,1972-01-01,王小五,3,2001-01-01", // the member's sex is no code
  "4,40.00,,,,,,", // nobody
]);

describe("a file whose lines are households", () => {
  test("is counted in lines against the manifest, and in records in the report", async () => {
    const job = await miniJob();
    writeFileSync(join(job.workspace.root, "mappings/legacy/households.yaml"), layout);
    const total =
      '{ path: households.csv, layout: households, rows: 4, totals: { family_balc: "100.00" } }';
    const folder = writeDelivery(job, [file], (text) => text.replace(/\{ path: .*\}/, total));
    const report = await migrateDelivery(job, folder);
    expect(report.files).toMatchObject([{ read: 6, loaded: 4, merged: 0, setAside: 2 }]);
    expect(report.people).toBe(4);
    expect(report.setAside).toEqual({ "code-unknown": 1, "row-without-record": 1 });
    const accounts = report.money.filter((one) => one.kind === "familyAccounts");
    expect(accounts).toMatchObject([{ read: "100.00", carried: "60.00", setAside: "40.00" }]);
  });

  test("sets records aside by their place in the line", async () => {
    const job = await miniJob();
    writeFileSync(join(job.workspace.root, "mappings/legacy/households.yaml"), layout);
    const { outputs } = await migrateDelivery(job, writeDelivery(job, [file]));
    const path = outputs.find((one) => one.path.includes("set-aside"))?.path ?? "";
    const lines = readFileSync(join(job.workspace.root, path), "utf8").split("\r\n").slice(1);
    expect(lines.map((line) => line.split(",").slice(0, 3).join(" "))).toEqual([
      "households.csv 5 row-without-record",
      "households.csv 4/2 code-unknown",
      "",
    ]);
    expect(lines[1]).toContain("households.csv:4/2 [性别1]");
  });
});
