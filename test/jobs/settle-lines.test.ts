import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Month, readMonth } from "../../src/domain/period.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
import { explainClaim } from "../../src/jobs/settle/explain-settlement.js";
import { recountMonth } from "../../src/jobs/settle/recount-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { feeLines } from "../problems/fee-lines.js";
import {
  type MiniFile,
  miniFile,
  miniJob,
  people,
  writeDelivery,
} from "../problems/mini-delivery.js";

const JANUARY = readMonth("2017-01") as Month;

/** Aspirin is class A; insulin class B with a tenth to pay first until the end of 2016, then A. */
const catalogue: readonly MiniFile[] = [
  miniFile("catalogue-codes.csv", "catalogue-codes", [
    "source,legacy_code,med_list_codg,med_list_name,chrgitm_lv,selfpay_prop,begndate,enddate",
    "ncms,X1,N1,ASPIRIN,01,0,,",
    "ncms,X2,N2,INSULIN,02,0.1,,2016-12-31",
    "ncms,X2,N2,INSULIN,01,0,2017-01-01,",
    "ncms,X3,N3,TONIC,03,1,,",
  ]),
  miniFile("catalogue-ncms.csv", "catalogue-ncms", [
    "项目编码,项目名称,项目类别,医保范围,参考单价",
    "X1,阿司匹林,药品,1,1.00",
    "X2,胰岛素,药品,1,1.00",
    "X3,保健品,药品,1,1.00",
  ]),
];

const register = [people("1,张三,男,,1990-01-01,,,1"), ...hospitals, ...catalogue];

/** A stay that the centre settles, of which the hospital states nothing but the whole. */
function stay(begndate: string, enddate: string, whole: string): string {
  const parts = { fulamt_ownpay_amt: "", overlmt_selfpay: "", preselfpay_amt: "" };
  const paid = { act_pay_dedc: "", hifp_pay: "", hifmi_pay: "", maf_pay: "", oth_pay: "" };
  const sums = { fund_pay_sumamt: "", psn_part_amt: "", inscp_scp_amt: "" };
  const days = { begndate, enddate, setl_time: enddate, settled_by: "centre", med_type: "21" };
  return claim({ ...days, medfee_sumamt: whole, ...parts, ...paid, ...sums });
}

async function settled(job: Job, files: readonly MiniFile[]) {
  await migrateDelivery(job, writeDelivery(job, [...register, ...files]));
  await settleMonth(job, JANUARY);
  const found = await job.store.claims.find("S1");
  if (found === undefined) throw new Error("no claim S1");
  const settlement = await job.store.claims.settlementOf(found);
  return { claim: found, settlement, waiting: await job.store.claims.waitingByCode(JANUARY) };
}

describe("a bill without parts", () => {
  test("is classified line by line, by the catalogue of each line's day", async () => {
    const lines = feeLines([
      "X1 2016-12-30 300.00 2",
      "X2 2016-12-31 100.00 1", // class B still: 10.00 first
      "X2 2017-01-02 100.00 1", // class A by now
      "X3 2017-01-02 50.00 1",
    ]);
    const job = await miniJob();
    const { claim: found } = await settled(job, [
      claims(stay("2016-12-30", "2017-01-05", "850.00")),
      lines,
    ]);
    const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt } = found;
    const parts = [fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt];
    expect(parts).toEqual([5000, 0, 1000, 79000]);
    const { lines: told } = await explainClaim(job.store, "S1", "zh");
    expect(told[3]).toBe("费用明细 4 条,按发生之日的目录归类:");
    expect(told[5]?.replace(/〔0.10;.*catalogue.yaml:\d+〕$/, "…")).toBe(
      "  2016-12-31 阿司匹林肠溶片 100 × 1 = 100.00(乙类):" +
        "全自费 0.00,超限价 0.00,先行自付 10.00,政策范围内 90.00 …",
    );
  });

  test("waits without lines, and is settled when they are delivered", async () => {
    const job = await miniJob();
    const { waiting } = await settled(job, [claims(stay("2017-01-03", "2017-01-05", "850.00"))]);
    expect([...waiting]).toEqual([["claim-lines-missing", 1]]);
    const lines = feeLines(["X1 2017-01-03 850.00 1"]);
    await migrateDelivery(job, writeDelivery(job, [lines]));
    await settleMonth(job, JANUARY);
    expect(await job.store.claims.openCount(JANUARY)).toBe(0);
  });
});

/** A workspace whose law cuts stays at New Year; perhaps its aid has a deductible for each stay. */
async function cuttingJob(aidDeductible = "0.00"): Promise<Job> {
  const job = await miniJob();
  const change = (file: string, pattern: RegExp, to: string): void => {
    const path = join(job.workspace.mappings, "policies/common", file);
    const text = readFileSync(path, "utf8");
    const changed = text.replace(pattern, to);
    expect(aidDeductible === "0.00" || changed !== text).toBe(true);
    writeFileSync(path, changed);
  };
  change("dates.yaml", /(dates\.benefitYear:[\s\S]*?value: )\w+/, "$1split");
  change("aid-pingli.yaml", /(aid\.deductible:[\s\S]*?value: )"0\.00"/, `$1"${aidDeductible}"`);
  return job;
}

describe("a stay across New Year", () => {
  test("goes on with what its first days were too cheap to deduct, payer by payer", async () => {
    const job = await cuttingJob("500.00");
    const lines = feeLines(["X1 2016-12-30 200.00 1", "X1 2017-01-02 4800.00 1"]);
    const files = [claims(stay("2016-12-30", "2017-01-05", "5000.00")), lines];
    const { settlement } = await settled(job, files);
    // The basic fund deducts 200 of the 400, then the other 200; the aid 200 of its 500, then 300.
    expect(settlement).toMatchObject({ actPayDedc: 40000, hifpPay: 345000 });
    const { lines: told } = await explainClaim(job.store, "S1", "zh");
    expect(told.filter((line) => line.startsWith("第 "))).toEqual([
      "第 1 段(跨年或跨启用日,按日分开结算):",
      "第 2 段(跨年或跨启用日,按日分开结算):",
    ]);
    const left = told.filter((line) => line.startsWith("同一次住院续算"));
    expect(left).toEqual([
      "同一次住院续算,起付线余额 200.00 元",
      "同一次住院续算,起付线余额 300.00 元",
    ]);
    expect(await recountMonth(job, JANUARY)).toMatchObject({ recounted: 1, agreeing: 1 });
    expect(await correctSettlements(job, { month: JANUARY })).toMatchObject({ claims: 0 });
  });

  test("is cut where the law says so: one deductible, each year its own limits", async () => {
    const job = await cuttingJob();
    const lines = feeLines(["X1 2016-12-30 3000.00 1", "X1 2017-01-02 2000.00 1"]);
    const files = [claims(stay("2016-12-30", "2017-01-05", "5000.00")), lines];
    const { settlement } = await settled(job, files);
    const years = (await job.store.claims.insured(0, 4096, [settlement?.claim.psnNo ?? ""])).get(
      settlement?.claim.psnNo ?? "",
    )?.years;
    expect([...(years?.keys() ?? [])]).toEqual([2016, 2017]);
    expect(years?.get(2016)).toContain("stays=1");
    expect(years?.get(2017) ?? "").not.toContain("stays=");
    expect(await recountMonth(job, JANUARY)).toMatchObject({ recounted: 1, agreeing: 1 });
    expect(await correctSettlements(job, { month: JANUARY })).toMatchObject({ claims: 0 });
  });
});
