import { archivedLaw } from "../../src/jobs/law.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
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
