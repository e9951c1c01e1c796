import type { Month } from "../../src/domain/period.js";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { explainBudget } from "../../src/jobs/budget/explain-budget.js";
import type { Job } from "../../src/jobs/job.js";
import { closeMonth, decide } from "../../src/jobs/month/close-month.js";
import { showRun } from "../../src/jobs/runs.js";
import { explainClaim } from "../../src/jobs/settle/explain-settlement.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { january } from "../problems/mini-delivery.js";
import { load, person, type RefusalRow } from "./refusal-row.js";

const february = "2017-02" as Month;
const signed = { version: 1, preparedBy: "甲", approvedBy: "乙" };

/** Refusals between the first claim of a month and its closing. */
export const ofMonths: readonly RefusalRow[] = [
  {
    code: "month-closed",
    async ask(job) {
      await job.store.months.put({ month: january, state: "closed", ...signed });
      await settleMonth(job, january);
    },
    zh: "2017-01 已由 乙 关账,不能再变动",
    zhNext:
      "差额记入未关账的月份:liutong settle correct --month 未关账的月份;" +
      "查看:liutong month status",
    en: "2017-01 was closed by 乙 and can no longer change",
    enNext:
      "differences are posted in an open month: liutong settle correct --month MONTH; " +
      "see: liutong month status",
  },
  {
    code: "month-closing",
    async ask(job) {
      await freeze(job);
      await settleMonth(job, january);
    },
    zh: "2017-01 已提交关账,等待审批(1 号)",
    zhNext: "由另一人审批:liutong approve 1 --operator 审批人",
    en: "2017-01 is being closed and waits for approval 1",
    enNext: "another person approves: liutong approve 1 --operator APPROVER",
  },
  {
    code: "month-open-work",
    async ask(job) {
      await load(job, [person, ...hospitals, claims(claim())]);
      await closeMonth(job, january);
    },
    zh:
      "2017-01 还不能关账:\n" + "  1 张单据可以结算而没有结算:liutong settle month --month 2017-01",
    zhNext: "按上面各行提示处理,然后再关账",
    en:
      "2017-01 cannot be closed yet:\n" +
      "  1 claims could be settled and are not: liutong settle month --month 2017-01",
    enNext: "do what the lines above say, then close again",
  },
  {
    code: "month-unsettled-before",
    async ask(job) {
      await load(job, [claims(claim())]);
      await settleMonth(job, february);
    },
    zh: "2017-01 还没有结算,不能先结算 2017-02:年度累计按先后计算",
    zhNext: "先结算前一个月:liutong settle month --month 2017-01",
    en: "2017-01 is not settled, so 2017-02 cannot be: the year adds up in order",
    enNext: "settle the earlier month first: liutong settle month --month 2017-01",
  },
  {
    code: "month-order",
    async ask(job) {
      await load(job, [claims(claim())]);
      await closeMonth(job, february);
    },
    zh: "2017-01 还没有关账,不能先关 2017-02",
    zhNext: "先处理前一个月:liutong month close --month 2017-01",
    en: "2017-01 is not closed yet, so 2017-02 cannot be",
    enNext: "close the earlier month first: liutong month close --month 2017-01",
  },
  {
    code: "month-empty",
    ask: (job) => settleMonth(job, january),
    zh: "2017-01 没有任何单据,也没有上个月",
    zhNext: "先导入单据:liutong migrate run 交付目录;查看:liutong month status",
    en: "2017-01 has no claims, and no month before it",
    enNext: "load claims first: liutong migrate run DELIVERY; see: liutong month status",
  },
  {
    code: "month-unsettled",
    async ask(job) {
      await load(job, [claims(claim())]);
      await budgetOfMonth(job, january);
    },
    zh: "2017-01 还有 1 张单据没有结算",
    zhNext: "先结算:liutong settle month --month 2017-01",
    en: "claims of 2017-01 that are not settled: 1",
    enNext: "settle them first: liutong settle month --month 2017-01",
  },
  {
    code: "hospital-month-unknown",
    ask: ({ store }) => explainBudget(store, "H15992100009", january, "zh"),
    zh: "机构 H15992100009 在 2017-01 没有拨付记录,或没有协议",
    zhNext: "先计算:liutong budget month --month 2017-01,其输出列出各机构",
    en: "institution H15992100009 has no payment in 2017-01, or no agreement",
    enNext: "compute it first: liutong budget month --month 2017-01; it lists the institutions",
  },
  {
    code: "claim-unknown",
    ask: ({ store }) => explainClaim(store, "S9", "zh"),
    zh: "没有编号为 S9 的结算单据",
    zhNext: "用医院的结算编号(medins_setl_id)查询",
    en: "there is no settlement S9",
    enNext: "ask with the hospital's settlement number (medins_setl_id)",
  },
  {
    code: "claim-unsettled",
    async ask(job) {
      await load(job, [claims(claim())]);
      await settleMonth(job, january);
      await explainClaim(job.store, "S1", "zh");
    },
    zh:
      "单据 S1 尚未结算:\n" +
      "  claims.csv:2 [legacy_id] 个人编号 *(ncms)查无此人;请先建档或改正编号",
    zhNext: "消除原因后运行 liutong settle month --month 2017-01",
    en:
      "claim S1 is not settled:\n" +
      "  claims.csv:2 [legacy_id] no person * (ncms) is known; register the person or " +
      "correct the number",
    enNext: "mend the cause, then run liutong settle month --month 2017-01",
  },
  {
    code: "approval-unknown",
    ask: (job) => decide(job, 7, undefined),
    zh: "没有待审批的 7 号",
    zhNext: "查看:liutong month status",
    en: "nothing waits for approval under number 7",
    enNext: "see: liutong month status",
  },
  {
    code: "approval-same-person",
    async ask(job) {
      await decide(job, await freeze(job), undefined);
    },
    zh: "甲 提交的事项不能由本人审批",
    zhNext: "由另一人审批:liutong approve 1 --operator 审批人",
    en: "甲 prepared this and cannot approve it",
    enNext: "another person approves: liutong approve 1 --operator APPROVER",
  },
  {
    code: "run-unknown",
    ask: ({ store }) => showRun(store, 9),
    zh: "没有第 9 次运行",
    zhNext: "查看:liutong run list",
    en: "there is no run 9",
    enNext: "see: liutong run list",
  },
];

/** January, prepared for closing by 甲; returns the number of the approval. */
async function freeze({ store }: Job): Promise<number> {
  const approval = { kind: "month-close", subject: january, preparedBy: "甲", decidedBy: "" };
  await store.months.put({ month: january, state: "closing", ...signed, approvedBy: "" });
  return store.months.addApproval({ ...approval, state: "waiting" });
}
