import { archivedLaw } from "../../src/jobs/law.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
import { recountMonth } from "../../src/jobs/settle/recount-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { simulateYear } from "../../src/jobs/settle/simulate.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { january } from "../problems/mini-delivery.js";
import { load, person, type RefusalRow } from "./refusal-row.js";

/** Refusals of correcting settlements and of trying other law on them. */
export const ofSettlements: readonly RefusalRow[] = [
  {
    code: "correction-reason-missing",
    async ask(job) {
      await load(job, [person, ...hospitals, claims(claim())]);
      await correctSettlements(job, { month: january, claim: "S1" });
    },
    zh: "S1:窗口结算改由中心计算,要写明原因",
    zhNext: "加上 --reason,例如 --reason 医院等级用错,已与医院核对",
    en: "S1: why the window's settlement becomes the centre's has to be stated",
    enNext: "add --reason, such as --reason 'wrong level, agreed with the hospital'",
  },
  {
    code: "correction-claim-missing",
    async ask(job) {
      await load(job, [person, ...hospitals, claims(claim())]);
      await correctSettlements(job, { month: january, reason: "等级用错" });
    },
    zh: "写了 --reason,没有写是哪一张窗口单据",
    zhNext: "加上 --claim 结算编号;只要按顺序重算时,去掉 --reason",
    en: "--reason is given without the window claim that it is about",
    enNext: "add --claim SETTLEMENT; to settle again in order only, leave --reason out",
  },
  {
    code: "settlement-missing",
    ask: (job) => recountMonth(job, january),
    zh: "2017-01 还没有结算过",
    zhNext: "先结算:liutong settle month --month 2017-01;查看:liutong month status",
    en: "2017-01 is not settled yet",
    enNext: "settle it first: liutong settle month --month 2017-01; see: liutong month status",
  },
  {
    code: "correction-not-window",
    async ask(job) {
      await load(job, [person, ...hospitals, claims(claim())]);
      await correctSettlements(job, { month: january, claim: "S1", reason: "试" });
    },
    zh: "S1 不是窗口结算的单据,或已改由中心计算",
    zhNext: "不带 --claim 运行,中心计算的单据会按顺序重算",
    en: "S1 is no settlement of a window, or is the centre's already",
    enNext: "run it without --claim: what the centre computed is settled again in order",
  },
  {
    code: "simulation-empty",
    ask: (job) =>
      simulateYear(job, { policy: `${job.workspace.mappings}/policies/tongliao`, year: 2016 }),
    zh: "2016 年没有已结算的单据,无从试算",
    zhNext: "换一个年度,或先结算:liutong settle month",
    en: "no claim of 2016 is settled: there is nothing to try",
    enNext: "name another year, or settle first: liutong settle month",
  },
  {
    code: "simulation-without-law",
    async ask(job) {
      await load(job, [person, ...hospitals, claims(claim())]);
      await settleMonth(job, january);
      await simulateYear(job, { policy: "shangluo", year: 2017 });
    },
    zh:
      "shangluo 对 2017 年的 1 张单据没有可用的规定,如:2017-01-05 没有适用的规定:" +
      "统一制度启用日(dates.switchDay);请在政策文件中补充",
    zhNext: "试算的政策要包括这一年(region.yaml 的 covers),用 liutong policy check 核对",
    en:
      "shangluo has no law for the 1 claims of 2017, such as: no rule in force on 2017-01-05: " +
      "统一制度启用日 (dates.switchDay); add it to the policy files",
    enNext:
      "the policy files tried must cover that year (covers in region.yaml): liutong policy check",
  },
  {
    code: "law-outdated",
    async ask({ store }) {
      const old = "title: 旧\nparameters: { inpatient.cap: { label: 限额, versions: [] } }\n";
      await store.runs.archive(
        "f00d".repeat(16),
        JSON.stringify({ region: "x", files: [["a.yaml", old]] }),
      );
      await archivedLaw(store, "f00d".repeat(16));
    },
    zh: "结算时归档的政策文件(内容 f00df00d)是旧版写法,本版程序读不懂,不能解释也不能重算",
    zhNext: "已结算的金额不受影响;需要逐步解释时,用结算当时的程序版本打开这个数据库",
    en:
      "the law archived with the settlement (f00df00d) is written in an older language, not " +
      "read now",
    enNext: "its amounts stand; to explain it step by step, open the database with its own version",
  },
];
