import { describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { hospitals } from "../problems/claim-line.js";
import { miniFile, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const list = people(
  "1,张三,男,,1990-01-01,H1,5.00,1",
  "2,李四,女,,1991-01-01,H1,5.00,1",
  "3,王五,,,1992-01-01,H2,7.00,1",
);

function accounts(report: MigrateReport) {
  return report.money.find((line) => line.kind === "familyAccounts");
}

describe("a file whose content came before", () => {
  test("under another name in the same delivery is loaded once, and named", async () => {
    const job = await miniJob();
    const totals = ', totals: { family_balc: "12.00" } }';
    const folder = writeDelivery(job, [list, { ...list, path: "west.csv" }], (text) =>
      text.replaceAll("rows: 3 }", `rows: 3${totals}`),
    );
    const report = await migrateDelivery(job, folder);
    expect(report.files).toMatchObject([
      { path: "people.csv", read: 3, loaded: 2, setAside: 1 },
      { path: "west.csv", read: 3, loaded: 0, merged: 3, setAside: 0 },
    ]);
    const said = { path: "west.csv", other: "people.csv", run: 1, repeated: 3, waiting: 0 };
    expect(report.repeatedFiles).toEqual([said]);
    expect(report.findings).toMatchObject({ "file-repeated": 1, "field-missing": 1 });
    expect([report.people, report.setAside]).toEqual([2, { "field-missing": 1 }]);
    const money = { read: "24.00", carried: "5.00", repeated: "12.00", setAside: "7.00" };
    expect(accounts(report)).toMatchObject(money);
  });

  test("in an earlier delivery is merged; what waits there is tried again", async () => {
    const job = await miniJob();
    await migrateDelivery(job, writeDelivery(job, [list]));
    const other = miniFile("other.csv", "people", [
      "编号,姓名,性别,证件,生日,户号,余额,状态",
      "9,赵六,男,,1980-01-01,,,1",
    ]);
    const later = writeDelivery(job, [{ ...list, path: "east.csv" }, other]);
    const report = await migrateDelivery(job, later);
    expect(report.files).toMatchObject([
      { path: "east.csv", read: 3, loaded: 0, merged: 2, setAside: 1 },
      { path: "other.csv", read: 1, loaded: 1 },
    ]);
    const said = { path: "east.csv", other: "people.csv", run: 1, repeated: 2, waiting: 1 };
    expect(report.repeatedFiles).toEqual([said]);
    const money = { read: "12.00", carried: "0.00", repeated: "5.00", setAside: "7.00" };
    expect(accounts(report)).toMatchObject(money);
  });

  test("of a crosswalk still serves the lists that come with it", async () => {
    const job = await miniJob();
    const [crosswalk] = hospitals;
    if (crosswalk === undefined) throw new Error("the crosswalk of hospitals");
    await migrateDelivery(job, writeDelivery(job, [crosswalk]));
    const report = await migrateDelivery(job, writeDelivery(job, [...hospitals]));
    expect(report.repeatedFiles.map((one) => one.path)).toEqual([crosswalk.path]);
    expect([report.setAside, report.institutions]).toEqual([{}, 1]);
  });

  test("read with another mapping is not the same: it may say something else", async () => {
    const job = await miniJob();
    await migrateDelivery(job, writeDelivery(job, [list]));
    const { writeFileSync, readFileSync } = await import("node:fs");
    const path = `${job.workspace.mappings}/legacy/people.yaml`;
    writeFileSync(path, readFileSync(path, "utf8").replace("小名单", "名单"));
    const report = await migrateDelivery(job, writeDelivery(job, [{ ...list, path: "e.csv" }]));
    expect(report.repeatedFiles).toEqual([]);
    expect(report.files).toMatchObject([{ loaded: 0, merged: 2, setAside: 1 }]);
  });
});
