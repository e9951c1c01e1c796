import { load } from "../refusals/refusal-row.js";
import { claim, claims, claimsWith, hospitals, hospitalsOf, refund } from "./claim-line.js";
import { feeLines } from "./fee-lines.js";
import type { GalleryRow } from "./gallery-row.js";
import { january, type MiniFile, miniFile, people, problemsOf } from "./mini-delivery.js";

/** A bill that states nothing but the whole. */
const unclassified = {
  ...{ fulamt_ownpay_amt: "", overlmt_selfpay: "", preselfpay_amt: "", inscp_scp_amt: "" },
};

/** A catalogue of one item. */
const oneItem = [
  miniFile("catalogue-codes.csv", "catalogue-codes", [
    "source,legacy_code,med_list_codg,med_list_name,chrgitm_lv,selfpay_prop",
    "ncms,N1,N1,ASPIRIN,01,0",
  ]),
  miniFile("catalogue-ncms.csv", "catalogue-ncms", [
    "项目编码,项目名称,项目类别,医保范围,参考单价",
    "N1,阿司匹林,药品,1,1.00",
  ]),
];

const person = people("1,张三,男,,1990-01-01,,,1");

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
    zh: "claims.csv:2 结算日期 2017-01-05 属于已关账的 2017-01;请以更正方式在当前月份报送",
    en:
      "claims.csv:2 settled on 2017-01-05, in the closed month 2017-01; deliver it as a " +
      "correction",
  },
  {
    code: "claim-lines-missing",
    find: () => problemsOf([person, ...hospitals, claims(claim(unclassified))]),
    zh:
      "claims.csv:2 [mdtrt_id] 就诊 V1 要按费用明细结算(费用未归类,或跨年、跨启用日须按日分开)," +
      "但没有明细;请补报明细",
    en:
      "claims.csv:2 [mdtrt_id] visit V1 is settled by its fee lines (not classified, or cut at " +
      "New Year or the switch), and there are none; deliver them",
  },
  {
    code: "claim-item-unknown",
    find: () => {
      const lines = feeLines(["X9 2017-01-05 100.00 1"]);
      return problemsOf([person, ...hospitals, claims(claim(unclassified)), lines]);
    },
    zh: "claims.csv:2 [medins_list_codg] 明细项目 X9 当日不在目录中;请在目录对照表补登",
    en:
      "claims.csv:2 [medins_list_codg] item X9 is not in the catalogue of its day; add it to the " +
      "catalogue's crosswalk",
  },
  {
    code: "claim-lines-differ",
    find: () => {
      const lines = feeLines(["N1 2017-01-05 90.00 1"]);
      const files = [person, ...hospitals, ...oneItem, claims(claim(unclassified)), lines];
      return problemsOf(files);
    },
    zh: "claims.csv:2 [medfee_sumamt] 费用明细合计 90.00 与单据总额 100.00 不符;请与医院核对",
    en:
      "claims.csv:2 [medfee_sumamt] the fee lines add up to 90.00, the bill says 100.00; settle " +
      "it with the hospital",
  },
  {
    code: "claim-refund-unknown",
    find: () => problemsOf([person, ...hospitals, claims(refund())]),
    zh:
      "claims.csv:2 [init_medins_setl_id] 退费找不到所退的结算(V1);请填写原结算编号," +
      "或先结算原单据",
    en:
      "claims.csv:2 [init_medins_setl_id] the settlement that this refund takes back is not " +
      "known (V1); state its number, or settle it first",
  },
  {
    code: "claim-refund-differs",
    find: () => {
      const funds = { hifp_pay: "-9.00", fund_pay_sumamt: "-9.00", psn_part_amt: "-91.00" };
      return problemsOf([person, ...hospitals, claims(claim(), refund(funds))]);
    },
    zh:
      "claims.csv:3 [init_medins_setl_id] 退费金额 -9.00 与原结算 S1 的 50.00 不能相抵;" +
      "请与医院核对后更正",
    en:
      "claims.csv:3 [init_medins_setl_id] the refund of -9.00 does not cancel the 50.00 of " +
      "settlement S1; settle it with the hospital and correct it",
  },
  {
    code: "claim-count-unfit",
    find: () => problemsOf([claimsWith("sessions", "0")]),
    zh: "claims.csv:2 [sessions] 0 不是次数:应为 1 或更大的整数;请核对原单据",
    en: "claims.csv:2 [sessions] 0 is no count: it is a whole number of at least 1; check the bill",
  },
  {
    code: "claim-level-unknown",
    find: () => problemsOf([person, ...hospitalsOf("9"), claims(claim())]),
    zh:
      "claims.csv:2 [dedc_hosp_lv] 起付线医院等级 9 不在政策文件的等级(township, 1, 2, 3)之内;" +
      "请改机构对照表或在 levels 中补登",
    en:
      "claims.csv:2 [dedc_hosp_lv] level 9 is none of the law's (township, 1, 2, 3); correct the " +
      "institutions' crosswalk or declare it under levels",
  },
  {
    code: "claim-person-unknown",
    find: () => problemsOf([person, ...hospitals, claims(claim({ legacy_id: "7" }))]),
    zh: "claims.csv:2 [legacy_id] 个人编号 7(ncms)查无此人;请先建档或改正编号",
    en:
      "claims.csv:2 [legacy_id] no person 7 (ncms) is known; register the person or correct " +
      "the number",
  },
  {
    code: "claim-person-differs",
    find: () => problemsOf([person, ...hospitals, claims(claim({ psn_name: "李四" }))]),
    zh: "claims.csv:2 [psn_name] 单据姓名 李四 与该编号登记的 张三 不符;请核对是否冒名或填错编号",
    en:
      "claims.csv:2 [psn_name] the bill names 李四, the number belongs to 张三; wrong number or " +
      "impersonation?",
  },
  {
    code: "claim-institution-unknown",
    find: () => problemsOf([person, ...hospitals, claims(claim({ fixmedins_code: "H9" }))]),
    zh: "claims.csv:2 [fixmedins_code] 医疗机构编码 H9 未登记;请在机构对照表补登",
    en:
      "claims.csv:2 [fixmedins_code] institution H9 is not registered; add it to the " +
      "institutions' crosswalk",
  },
  {
    code: "claim-not-entitled",
    find: () => problemsOf([people("1,张三,男,,1990-01-01,,,4"), ...hospitals, claims(claim())]),
    zh: "claims.csv:2 [enddate] 2017-01-05 当日没有有效的居民医保参保;请核对参保状态",
    en:
      "claims.csv:2 [enddate] no resident enrolment was in force on 2017-01-05; check the " +
      "enrolment",
  },
  {
    code: "rule-missing",
    find: () => {
      const days = { begndate: "2015-01-05", enddate: "2015-01-05", setl_time: "2015-01-05" };
      return problemsOf([person, ...hospitals, claims(claim(days))]);
    },
    zh:
      "claims.csv:2 2015-01-05 没有适用的规定:统一制度启用日(dates.switchDay);" +
      "请在政策文件中补充",
    en:
      "claims.csv:2 no rule in force on 2015-01-05: 统一制度启用日 (dates.switchDay); add it to " +
      "the policy files",
  },
];

/** Fee lines of the same number with these names. */
function namedLines(...names: readonly string[]): MiniFile {
  const lines = names.map((name) => `MZ1|CF0000000101|2016-12-05|XN1|${name}|||8.50|2`);
  const { content } = miniFile("fees.txt", "ncms-fees-piped", lines);
  return { path: "fees.txt", layout: "ncms-fees-piped", content, rows: names.length };
}
