import { join } from "node:path";
import type { Month } from "../../src/domain/period.js";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { explainBudget } from "../../src/jobs/budget/explain-budget.js";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import type { Job } from "../../src/jobs/job.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { approve, closeMonth } from "../../src/jobs/month/close-month.js";
import { showRun } from "../../src/jobs/runs.js";
import { explainClaim } from "../../src/jobs/settle/explain-settlement.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { findWorkspace } from "../../src/jobs/workspace.js";
import type { RefusalCode } from "../../src/text/refusals.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { january, type MiniFile, people, writeDelivery } from "../problems/mini-delivery.js";

/** What the user reads about a refusal; `…` stands for the workspace or its folder. */
export interface Told {
  readonly code: RefusalCode;
  readonly zh: string;
  readonly zhNext: string;
  readonly en: string;
  readonly enNext: string;
}

/** One refusal: the job that earns it, started by 甲 in a new workspace, and what is told. */
export interface RefusalRow extends Told {
  readonly ask: (job: Job) => Promise<unknown>;
}

const person = people("1,张三,男,,1990-01-01,,,1");
const february = "2017-02" as Month;
const signed = { version: 1, preparedBy: "甲", approvedBy: "乙" };

export const ofJobs: readonly RefusalRow[] = [
  {
    code: "workspace-missing",
    ask: ({ workspace }) => findWorkspace(join(workspace.root, "..")),
    zh: "这里和上级目录都没有工作区文件 liutong.yaml",
    zhNext: "新建一个:liutong init --region tongliao --operator 姓名",
    en: "no liutong.yaml here or in any folder above",
    enNext: "make one: liutong init --region tongliao --operator NAME",
  },
  {
    code: "workspace-exists",
    ask: ({ workspace }) => init(workspace.root, undefined),
    zh: "… 已有工作区,不会覆盖",
    zhNext: "换一个目录:liutong init --dir 目录",
    en: "… holds a workspace already; it is not overwritten",
    enNext: "choose another folder: liutong init --dir FOLDER",
  },
  {
    code: "region-unknown",
    ask: ({ workspace }) => init(join(workspace.root, "new"), "nowhere"),
    zh: "没有地区包 nowhere;现有:tongliao",
    zhNext: "用 --region 选一个现有地区包",
    en: "there is no region pack nowhere; there are: tongliao",
    enNext: "choose one of them with --region",
  },
  {
    code: "file-missing",
    ask: (job) => migrateDelivery(job, join(job.workspace.root, "nothing")),
    zh: "找不到 …/nothing/delivery.yaml",
    zhNext: "检查路径后再试",
    en: "…/nothing/delivery.yaml is not there",
    enNext: "check the path and try again",
  },
  {
    code: "files-wrong",
    ask: (job) =>
      load(job, [person], (manifest) => manifest.replace("path: people.csv", "path: p.csv")),
    zh:
      "…/delivery/delivery.yaml 有 1 处错误,没有执行:\n" +
      "  delivery.yaml:5 清单所列文件 p.csv 不存在;请补齐或从清单删去",
    zhNext: "改正上面各处后重新运行",
    en:
      "nothing was done; problems of …/delivery/delivery.yaml (1):\n" +
      "  delivery.yaml:5 the manifest names p.csv, which is not there; add the file or " +
      "take it off the list",
    enNext: "correct the places above and run it again",
  },
  {
    code: "delivery-differs",
    ask: (job) => load(job, [{ ...person, rows: 2 }]),
    zh:
      "交付 小交付 与其清单不符,没有装载:\n" +
      "  delivery.yaml:5 控制数 people.csv rows 不符:清单 2,文件 1,相差 -1",
    zhNext: "与报送单位核对后改正文件或清单,再运行 liutong migrate run",
    en:
      "the delivery 小交付 does not agree with its manifest, nothing was loaded:\n" +
      "  delivery.yaml:5 control total people.csv rows: manifest 2, file 1, difference -1",
    enNext: "settle it with the sender, mend file or manifest, then run liutong migrate run",
  },
  {
    code: "run-in-progress",
    async ask(job) {
      const elsewhere = { systemUser: "root", process: "another-machine:1", startedAt: "" };
      await job.store.runs.start({ kind: "settle", subject: "", operator: "乙", ...elsewhere });
      await load(job, [person]);
    },
    zh: "第 1 次运行(settle)正在进行:进程 another-machine:1,操作员 乙",
    zhNext: "等它结束;若该进程已不存在,重新运行即会自动接管",
    en: "run 1 (settle) is under way: process another-machine:1, operator 乙",
    enNext: "wait for it; if that process is gone, the next run takes over by itself",
  },
  {
    code: "policy-missing",
    ask: (job) => load(job, [person], (manifest) => manifest.replace("2017-01", "2001-01")),
    zh: "2001-01 没有可用的政策:tongliao",
    zhNext: "在 mappings/policies 中补充,然后运行 liutong policy check",
    en: "no policy for 2001-01: tongliao",
    enNext: "add it under mappings/policies, then run liutong policy check",
  },
  {
    code: "month-closed",
    async ask(job) {
      await job.store.months.put({ month: january, state: "closed", ...signed });
      await settleMonth(job, january);
    },
    zh: "2017-01 已由 乙 关账,不能再变动",
    zhNext: "差错在当前月份以更正入账;查看:liutong month status",
    en: "2017-01 was closed by 乙 and can no longer change",
    enNext: "a mistake is corrected in the open month; see: liutong month status",
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
      "  claims.csv:2 [legacy_id] 个人编号 1(ncms)查无此人;请先建档或改正编号",
    zhNext: "消除原因后运行 liutong settle month --month 2017-01",
    en:
      "claim S1 is not settled:\n" +
      "  claims.csv:2 [legacy_id] no person 1 (ncms) is known; register the person or " +
      "correct the number",
    enNext: "mend the cause, then run liutong settle month --month 2017-01",
  },
  {
    code: "approval-unknown",
    ask: (job) => approve(job, 7),
    zh: "没有待审批的 7 号",
    zhNext: "查看:liutong month status",
    en: "nothing waits for approval under number 7",
    enNext: "see: liutong month status",
  },
  {
    code: "approval-same-person",
    async ask(job) {
      await approve(job, await freeze(job));
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
  {
    code: "folder-not-empty",
    ask: ({ workspace }) => makeCounty({ people: 100, seed: "1", out: workspace.root }),
    zh: "… 不是空目录,不会覆盖",
    zhNext: "换一个新目录",
    en: "… is not empty; nothing is overwritten",
    enNext: "choose a new folder",
  },
];

function init(folder: string, region: string | undefined): Promise<unknown> {
  return initWorkspace({ folder, region, operator: "", lang: "zh", hasSecondPerson: true });
}

/** Loads a small delivery, its manifest perhaps changed. */
function load(
  job: Job,
  files: readonly MiniFile[],
  change?: (manifest: string) => string,
): Promise<unknown> {
  return migrateDelivery(job, writeDelivery(job, files, change));
}

/** January, prepared for closing by 甲; returns the number of the approval. */
async function freeze({ store }: Job): Promise<number> {
  const approval = { kind: "month-close", subject: january, preparedBy: "甲", decidedBy: "" };
  await store.months.put({ month: january, state: "closing", ...signed, approvedBy: "" });
  return store.months.addApproval({ ...approval, state: "waiting" });
}
