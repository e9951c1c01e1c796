import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approve } from "../../src/jobs/approve.js";
import { acceptDifference } from "../../src/jobs/migrate/accept-difference.js";
import { acceptedDifferences } from "../../src/jobs/migrate/accepted-differences.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { rewriteManifest } from "./delivered.js";

const list = people("1,张三,男,,1990-01-01,H1,5.00,1", "2,李四,女,,1991-01-01,,,1");
const rows = { file: "people.csv", total: "rows", amount: "-1", reason: "名册少一页,已电话核实" };

async function oneRowShort(hasSecondPerson: boolean) {
  const job = await miniJob(hasSecondPerson);
  return { job, folder: writeDelivery(job, [list], (text) => text.replace("rows: 2", "rows: 3")) };
}

describe("a difference from a control total", () => {
  test("is loaded once two people have accepted it, and every report says so", async () => {
    const { job, folder } = await oneRowShort(true);
    const entry = await acceptDifference(job, { folder, ...rows });
    expect(entry).toMatchObject({ state: "waiting", preparedBy: "甲", approvedBy: "" });
    await expect(migrateDelivery(job, folder)).rejects.toMatchObject({ code: "delivery-differs" });
    await expect(approve(job, entry.approvalId, undefined)).rejects.toMatchObject({
      code: "approval-same-person",
    });
    await approve({ ...job, operator: "乙" }, entry.approvalId, undefined);
    const report = await migrateDelivery(job, folder);
    const said = { path: "people.csv", total: "rows", expected: "3", found: "2", difference: "-1" };
    const who = { reason: rows.reason, preparedBy: "甲", approvedBy: "乙" };
    expect(report.acceptedDifferences).toMatchObject([{ ...said, ...who }]);
    expect(await acceptedDifferences(job.store)).toMatchObject([{ ...said, ...who }]);
    expect((await migrateDelivery(job, folder)).acceptedDifferences.length).toBe(1);
  });

  test("is not loaded when the other person refuses", async () => {
    const { job, folder } = await oneRowShort(true);
    const { approvalId } = await acceptDifference(job, { folder, ...rows });
    const decision = await approve({ ...job, operator: "乙" }, approvalId, "不同意");
    expect(decision.report).toMatchObject({ state: "refused", approvedBy: "乙" });
    await expect(migrateDelivery(job, folder)).rejects.toMatchObject({ code: "delivery-differs" });
    await expect(approve({ ...job, operator: "乙" }, approvalId, undefined)).rejects.toMatchObject({
      code: "approval-unknown",
    });
  });

  test("is accepted by one person where the workspace has no second", async () => {
    const { job, folder } = await oneRowShort(false);
    const entry = await acceptDifference(job, { folder, ...rows });
    expect(entry).toMatchObject({ state: "approved", approvedBy: "" });
    expect((await migrateDelivery(job, folder)).acceptedDifferences.length).toBe(1);
  });

  test("no longer fits when the file or the manifest says something else", async () => {
    const { job, folder } = await oneRowShort(false);
    await acceptDifference(job, { folder, ...rows });
    rewriteManifest(folder, "rows: 3", "rows: 4");
    await expect(migrateDelivery(job, folder)).rejects.toMatchObject({
      problems: [{ code: "total-differs", values: { difference: "-2" } }],
    });
    rewriteManifest(folder, "rows: 4", "rows: 3");
    const [first = ""] = list.content.toString().split("\n");
    const other = people("1,张三,男,,1990-01-01,H1,5.00,1", "2,李四,女,,1991-01-02,,,1");
    expect(first).not.toBe("");
    writeFileSync(join(folder, "people.csv"), other.content);
    await expect(migrateDelivery(job, folder)).rejects.toMatchObject({ code: "delivery-differs" });
  });

  test("of money is accepted to the last place, and no other difference with it", async () => {
    const job = await miniJob();
    const totals = ', totals: { family_balc: "5.01" } }';
    const folder = writeDelivery(job, [list], (text) =>
      text.replace("rows: 2 }", `rows: 3${totals}`),
    );
    const money = { file: "people.csv", total: "family_balc", reason: "一分差" };
    await expect(acceptDifference(job, { folder, ...money, amount: "0.01" })).rejects.toMatchObject(
      {
        code: "difference-unfit",
      },
    );
    await acceptDifference(job, { folder, ...money, amount: "-0.01" });
    await expect(migrateDelivery(job, folder)).rejects.toMatchObject({
      problems: [{ code: "total-differs", values: { total: "people.csv rows" } }],
    });
    await acceptDifference(job, { folder, ...rows });
    expect((await migrateDelivery(job, folder)).acceptedDifferences.length).toBe(2);
  });

  test("stays as it was entered, whoever writes to the store", async () => {
    const { job, folder } = await oneRowShort(false);
    const { approvalId } = await acceptDifference(job, { folder, ...rows });
    const entry = { ...rows, approvalId, delivery: "", path: "", sha256: "", preparedAt: "" };
    const other = { ...entry, expected: "", found: "", difference: "" };
    await expect(job.store.acceptances.add(other)).rejects.toThrow();
    expect(await job.store.acceptances.get(approvalId)).toMatchObject({ reason: rows.reason });
  });
});
