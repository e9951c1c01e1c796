import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/jobs/fingerprint.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { simulateYear } from "../../src/jobs/settle/simulate.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { january, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const register = [people("1,张三,男,,1990-01-01,,,1", "2,李四,女,,1992-02-02,,,1"), ...hospitals];

/** A visit of 300 yuan within scope: the window paid 150 of it. */
const visit = {
  medfee_sumamt: "300.00",
  inscp_scp_amt: "300.00",
  hifp_pay: "150.00",
  fund_pay_sumamt: "150.00",
  psn_part_amt: "150.00",
};
const second = { medins_setl_id: "S2", mdtrt_id: "V2", enddate: "2017-01-09" };
const other = { medins_setl_id: "S3", mdtrt_id: "V3", legacy_id: "2", psn_name: "李四" };
const paid50 = { hifp_pay: "50.00", fund_pay_sumamt: "50.00", psn_part_amt: "250.00" };

async function settled(): Promise<Job> {
  const job = await miniJob();
  const bills = [claim(visit), claim({ ...visit, ...second, ...paid50 }), claim({ ...other })];
  await migrateDelivery(job, writeDelivery(job, [...register, claims(...bills)]));
  await settleMonth(job, january);
  return job;
}

/** The law of the workspace as a draft, with one file changed. */
function draft(job: Job, file: string, change: (text: string) => string): string {
  const { mappings, root } = job.workspace;
  cpSync(join(mappings, "policies/tongliao"), join(mappings, "policies/draft"), {
    recursive: true,
  });
  const path = join(mappings, "policies/draft", file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return join(root, "mappings/policies/draft");
}

describe("a year under another law", () => {
  test("with a higher yearly limit: who gains, and what the fund pays more", async () => {
    const job = await settled();
    const before = await fingerprint(job.store);
    const policy = draft(job, "outpatient.yaml", (text) => text.replaceAll('"200.00"', '"250.00"'));
    const report = await simulateYear(job, { policy, year: 2017 });
    // 张三: 150 and 50 of 600, then 150 and 100. 李四: 50 of 100 under both.
    expect(report).toMatchObject({ people: 2, claims: 3, gaining: 1, losing: 0, unready: {} });
    const basic = { posted: "250.00", before: "250.00", after: "300.00", difference: "50.00" };
    expect(report.layers).toContainEqual({ field: "hifpPay", ...basic });
    const persons = { posted: "450.00", before: "450.00", after: "400.00", difference: "-50.00" };
    expect(report.layers).toContainEqual({ field: "psnPartAmt", ...persons });
    const [adults, ...others] = report.classes;
    expect(others).toEqual([]);
    expect(adults).toMatchObject({ count: 2, gaining: 1, losing: 0, difference: "-50.00" });
    expect(report.levels).toMatchObject([{ name: "2", count: 3, gaining: 1, losing: 0 }]);
    expect(await fingerprint(job.store)).toBe(before);
  });

  test("that is the same: nobody gains or loses", async () => {
    const job = await settled();
    const policy = draft(job, "outpatient.yaml", (text) => text);
    const report = await simulateYear(job, { policy, year: 2017 });
    expect(report).toMatchObject({ gaining: 0, losing: 0 });
    expect(report.layers.map((one) => one.difference)).toEqual(Array(6).fill("0.00"));
  });

  test("without claims is refused, and so is a law that does not hold", async () => {
    const job = await settled();
    const same = draft(job, "outpatient.yaml", (text) => text);
    await expect(simulateYear(job, { policy: same, year: 2016 })).rejects.toMatchObject({
      code: "simulation-empty",
    });
    const wrong = draft(job, "outpatient.yaml", (text) => text.replaceAll('"200.00"', "200"));
    await expect(simulateYear(job, { policy: wrong, year: 2017 })).rejects.toMatchObject({
      code: "files-wrong",
    });
  });
});
