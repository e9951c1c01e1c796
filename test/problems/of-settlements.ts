import { claim, claims, hospitals, hospitalsOf, refund } from "./claim-line.js";
import { feeLines } from "./fee-lines.js";
import type { GalleryRow } from "./gallery-row.js";
import { miniFile, people, problemsOf } from "./mini-delivery.js";

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

/** What keeps a claim from being settled. */
export const ofSettlements: readonly GalleryRow[] = [
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
      "claims.csv:2 [init_medins_setl_id] 退费找不到唯一可退的结算(V1):" +
      "没有、不止一张,或已经退过;请填写原结算编号,或先结算原单据",
    en:
      "claims.csv:2 [init_medins_setl_id] which settlement this refund takes back is not known " +
      "(V1): none, several, or one that was taken back before; state its number, or settle " +
      "it first",
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
