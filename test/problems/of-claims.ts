import { load } from "../refusals/refusal-row.js";
import { claim, claims, claimsWith, hospitals } from "./claim-line.js";
import type { GalleryRow } from "./gallery-row.js";
import { january, type MiniFile, miniFile, problemsOf } from "./mini-delivery.js";

/** What claims and the registers behind them can have. */
export const ofClaims: readonly GalleryRow[] = [
  {
    code: "crosswalk-missing",
    find: () =>
      problemsOf([
        miniFile("institutions.csv", "institutions-ncms", [
          "机构编码,机构名称,机构等级,行政区划,有效标志",
          "N9,样例县医院,二级甲等,159921,1",
        ]),
      ]),
    zh: "institutions.csv:2 原编码 N9 不在 institution-codes 对照表中;请在对照表补一行",
    en:
      "institutions.csv:2 old code N9 is not in the crosswalk of institution-codes; add a " +
      "line there",
  },
  {
    code: "crosswalk-repeated",
    find: () =>
      problemsOf([
        miniFile("institution-codes.csv", "institution-codes", [
          "source,legacy_code,fixmedins_code,fixmedins_name,hosp_lv,dedc_hosp_lv,fix_blng_admdvs",
          "ncms,N1,H15992100001,SAMPLE,05,2,159921",
          "ncms,N1,H15992100002,SAMPLE,05,2,159921",
        ]),
      ]),
    zh: "institution-codes.csv:3 原编码 N1 在对照表中出现两次;只留一行",
    en: "institution-codes.csv:3 old code N1 stands twice in the crosswalk; keep one line",
  },
  {
    code: "differs-from-loaded",
    find: () =>
      problemsOf([
        miniFile("fund-balances.csv", "fund-balances", [
          "区划,险种,科目,余额",
          "159921,380,基金累计结余,10.00",
          "159921,380,基金累计结余,11.00",
        ]),
      ]),
    zh:
      "fund-balances.csv:3 159921 380 基金累计结余 已登记为 10.00,这里写的是 11.00;" +
      "登记未改动,请核实后报送更正",
    en:
      "fund-balances.csv:3 159921 380 基金累计结余 stands as 10.00, here it is 11.00; " +
      "nothing was changed, find out which",
  },
  {
    code: "record-repeated",
    find: () => problemsOf([namedLines("阿莫西林胶囊", "硝苯地平片")]),
    zh:
      "fees.txt:2 [feedetl_sn] feedetl_sn MZ1 CF0000000101 已经登记过,这里说法不同;" +
      "登记未改动,请核实后报送更正",
    en:
      "fees.txt:2 [feedetl_sn] feedetl_sn MZ1 CF0000000101 stands already and says something " +
      "else; nothing was changed, find out",
  },
  {
    code: "amount-negative",
    find: () => problemsOf([claims(claim({ medfee_sumamt: "90.00", overlmt_selfpay: "-10.00" }))]),
    zh: "claims.csv:2 [overlmt_selfpay] 金额 -10.00 为负;此处只收正数,冲销请走退费流程",
    en:
      "claims.csv:2 [overlmt_selfpay] the amount -10.00 is below zero, which is not expected " +
      "here; reversals go another way",
  },
  {
    code: "amount-too-fine",
    find: () => problemsOf([claims(claim({ medfee_sumamt: "100.001" }))]),
    zh: "claims.csv:2 [medfee_sumamt] 金额 100.001 多于两位小数;单据和扣款精确到分,请改正",
    en:
      "claims.csv:2 [medfee_sumamt] 100.001 has more than two places; bills and deductions are " +
      "exact to the fen",
  },
  {
    code: "deduction-repeated",
    find: () => {
      const header = "fixmedins_code,month,reason,ded_amt,memo";
      const line = "H15992100001,2017-01,A,10.00,";
      const other = "H15992100001,2017-01,B,1.00,";
      const file = (path: string, ...lines: readonly string[]) =>
        miniFile(path, "deductions", [header, ...lines]);
      return problemsOf([...hospitals, file("a.csv", line)], {
        before: async (job) => {
          await load(job, [...hospitals, file("b.csv", line, other)]);
        },
      });
    },
    zh: "a.csv:2 2017-01 同一机构、同一原因的扣款 10.00 元已经登记过,视为重复报送,没有再扣",
    en: "a.csv:2 the same deduction of 10.00 for 2017-01 stands already; it was not taken again",
  },
  {
    code: "amounts-disagree",
    find: () => problemsOf([claims(claim({ medfee_sumamt: "100.01" }))]),
    zh:
      "claims.csv:2 medfee_sumamt 与 fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + " +
      "inscp_scp_amt 不相等:100.01 ≠ 100.00;请向医院核对单据",
    en:
      "claims.csv:2 medfee_sumamt and fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + " +
      "inscp_scp_amt disagree: 100.01 ≠ 100.00; check the bill with the hospital",
  },
  {
    code: "claim-repeated",
    find: () => problemsOf([claims(claim(), claim({ mdtrt_id: "V2" }))]),
    zh: "claims.csv:3 [medins_setl_id] 结算编号 S1 已有一张单据;若是冲销或更正请按更正报送",
    en:
      "claims.csv:3 [medins_setl_id] settlement S1 exists already; a reversal or correction " +
      "is delivered as such",
  },
  {
    code: "claim-month-closed",
    find: () =>
      problemsOf([claims(claim())], {
        async before({ store }) {
          const signed = { preparedBy: "甲", approvedBy: "乙" };
          await store.months.put({ month: january, state: "closed", version: 1, ...signed });
        },
      }),
    zh:
      "claims.csv:2 结算日期 2017-01-05 属于已关账的 2017-01;请以未关账月份的结算日期补报" +
      "(就诊日期不变),结算后运行 liutong settle correct",
    en:
      "claims.csv:2 settled on 2017-01-05, in the closed month 2017-01; deliver it with a day of " +
      "settlement in an open month, its other days as they are, then run liutong settle correct",
  },
  {
    code: "claim-count-unfit",
    find: () => problemsOf([claimsWith("sessions", "0")]),
    zh: "claims.csv:2 [sessions] 0 不是次数:应为 1 或更大的整数;请核对原单据",
    en: "claims.csv:2 [sessions] 0 is no count: it is a whole number of at least 1; check the bill",
  },
];

/** Fee lines of the same number with these names. */
function namedLines(...names: readonly string[]): MiniFile {
  const lines = names.map((name) => `MZ1|CF0000000101|2016-12-05|XN1|${name}|||8.50|2`);
  const { content } = miniFile("fees.txt", "ncms-fees-piped", lines);
  return { path: "fees.txt", layout: "ncms-fees-piped", content, rows: names.length };
}
