import type { Job } from "../../src/jobs/job.js";
import { askedSplit } from "../../src/jobs/match/asked-split.js";
import { mergePeople } from "../../src/jobs/match/merge-people.js";
import { decideUndo, undoMerge } from "../../src/jobs/match/undo-merge.js";
import type { NewDecision } from "../../src/store/port/decisions.js";
import { visit } from "../jobs/undo-scenario.js";
import { claims, hospitals } from "../problems/claim-line.js";
import { january, people } from "../problems/mini-delivery.js";
import { load, type RefusalRow } from "./refusal-row.js";

/** 1001 and 1002 have one card: one person. 1003 is another, on his own. */
const CARD = "159921197003056119";
const register = people(
  `1001,王建国,男,${CARD},1970-03-05,9,,1`,
  `1002,王建国,男,${CARD},1970-03-05,9,,1`,
  "1003,李四,男,,1980-01-01,8,,1",
);
const BOTH = "1599210000000001";
const OTHER = "1599210000000002";

/** Why a merge is not undone. */
export const ofUndos: readonly RefusalRow[] = [
  {
    code: "undo-unclear",
    ask: async () => askedSplit({ person: BOTH }),
    zh: "没有写明拆开谁:要么写 --person 和 --records,要么写 --decision",
    zhNext: "例如:liutong match undo --person 个人编号 --records ncms:原编号 --reason 理由",
    en: "it is not said what to take apart: --person with --records, or --decision",
    enNext: "such as: liutong match undo --person NUMBER --records ncms:OLDNUMBER --reason WHY",
  },
  {
    code: "undo-record-unclear",
    ask: async () => askedSplit({ person: BOTH, records: "ncms:1001,1002" }),
    zh: "看不懂 --records 中的 1002",
    zhNext:
      "写成 来源:原编号、来源:原编号:姓名 或 row:文件:行号,用逗号隔开,如 ncms:152301001,urbmi:8812",
    en: "1002 in --records is not understood",
    enNext: "write SOURCE:OLDNUMBER, SOURCE:OLDNUMBER:NAME or row:FILE:LINE, with commas between",
  },
  {
    code: "undo-person-unknown",
    async ask(job) {
      await load(job, [register]);
      await undo(job, "1599210000009999", "ncms:1002");
    },
    zh: "没有个人编号 1599210000009999",
    zhNext: "核对编号;由原编号查找:liutong run show --row row:文件:行号",
    en: "there is no person 1599210000009999",
    enNext: "check the number; from a source row: liutong run show --row row:FILE:LINE",
  },
  {
    code: "undo-person-merged",
    async ask(job) {
      await load(job, [register]);
      await merged(job);
      await undo(job, OTHER, "ncms:1003");
    },
    zh: `${OTHER} 已并入 ${BOTH}`,
    zhNext: `用现在的编号:liutong match undo --person ${BOTH} …`,
    en: `${OTHER} was merged into ${BOTH}`,
    enNext: `use the number of today: liutong match undo --person ${BOTH} …`,
  },
  {
    code: "undo-records-foreign",
    async ask(job) {
      await load(job, [register]);
      await undo(job, BOTH, "ncms:1002,ncms:1003");
    },
    zh: `${BOTH} 名下没有这些记录:ncms:1003。他名下的记录:\n  ncms:1001\n  ncms:1002`,
    zhNext: "从上面的记录中选要分出去的,照抄到 --records",
    en:
      `these are no records of ${BOTH}: ncms:1003. ` +
      `The records of ${BOTH}:\n  ncms:1001\n  ncms:1002`,
    enNext: "choose those that leave from the list above, as they are written there",
  },
  {
    code: "undo-all-leave",
    async ask(job) {
      await load(job, [register]);
      await undo(job, BOTH, "ncms:1001,ncms:1002");
    },
    zh: `${BOTH} 的 2 条记录都要分出去,没有留下的,拆不成两个人`,
    zhNext: `只写要分出去的那些;${BOTH} 名下的记录:\n  ncms:1001\n  ncms:1002`,
    en: `all 2 records of ${BOTH} would leave: that is no split`,
    enNext: `name only those that leave; the records of ${BOTH}:\n  ncms:1001\n  ncms:1002`,
  },
  {
    code: "undo-records-alike",
    async ask(job) {
      const line = `1001,王建国,男,${CARD},1970-03-05,9,,1`;
      await load(job, [people(line, line)]);
      await undo(job, BOTH, "row:people.csv:3");
    },
    zh: `留下的和要分出去的都有 ncms:1001 的同名记录,以后的交付无从分辨,不能这样拆开 ${BOTH}`,
    zhNext: "把 ncms:1001 的同名记录全部写进 --records,或全部留下",
    en:
      `both halves of ${BOTH} would have a record of ncms:1001 under one name: ` +
      "no later delivery could tell them apart",
    enNext: "name all records of ncms:1001 in --records, or none",
  },
  {
    code: "undo-decided-same",
    async ask(job) {
      await load(job, [register]);
      await decided(job, "1001", "1002");
      await undo(job, BOTH, "ncms:1002");
    },
    zh:
      "有人决定过要拆开的记录是同一人:\n" +
      "  第 1 号:ncms:1001 与 ncms:1002 是同一人,乙 2017-02-01:见过本人",
    zhNext: "若该决定有误,在命令后加上 --decision 1,连同它一起收回",
    en:
      "somebody decided that records of both halves are one person:\n" +
      "  1: ncms:1001 and ncms:1002 are one person, 乙 2017-02-01: 见过本人",
    enNext: "if they were wrong, take them back as well: add --decision 1",
  },
  {
    code: "undo-decision-unknown",
    ask: (job) => undoMerge(job, { psnNo: "", choices: [], decisions: [7], reason: "认错了" }),
    zh: "没有第 7 号“同一人”决定,或者它已被收回",
    zhNext: "核对决定的编号,或用 --person 和 --records 指明要分出去的记录",
    en: "there is no decision 7 that two records are one person, or it was taken back",
    enNext: "check its number, or say with --person and --records which records leave",
  },
  {
    code: "undo-decision-unfit",
    async ask(job) {
      await load(job, [register]);
      await decided(job, "1001", "1003");
      await undoMerge(job, { psnNo: "", choices: [], decisions: [1], reason: "认错了" });
    },
    zh: "第 1 号决定所说的两条记录现在不是由它并到一个人名下的",
    zhNext: "用 --person 和 --records 指明要分出去的记录",
    en: "the two records of decision 1 were not brought under one person by it",
    enNext: "say with --person and --records which records leave",
  },
  {
    code: "undo-waits",
    async ask(job) {
      await load(job, [register]);
      await merged(job);
      const two = { ...job, workspace: { ...job.workspace, hasSecondPerson: true } };
      await undo(two, BOTH, "ncms:1003");
      await undo(two, BOTH, "ncms:1002");
    },
    zh: `${BOTH} 已有一份拆分在等待审批(1 号,甲 提交),分出去的记录不同`,
    zhNext: "先审批或退回它:liutong approve 1 --operator 审批人(--refuse 理由)",
    en: `another split of ${BOTH} waits for approval (1, prepared by 甲)`,
    enNext: "decide on it first: liutong approve 1 --operator APPROVER (--refuse WHY)",
  },
  {
    code: "undo-outdated",
    async ask(job) {
      await load(job, [register]);
      const two = { ...job, workspace: { ...job.workspace, hasSecondPerson: true } };
      await undo(two, BOTH, "ncms:1002");
      await merged(job);
      await decideUndo({ ...two, operator: "乙" }, 1, undefined);
    },
    zh: "1 号拆分提交之后情况有了变化,它列出的后果已不准确,不能照它审批",
    zhNext: "退回后重新提交:liutong approve 1 --refuse 情况有变,再运行 liutong match undo",
    en: "since split 1 was prepared something changed: what it lists no longer holds",
    enNext: "hand it back (liutong approve 1 --refuse WHY) and run liutong match undo again",
  },
  {
    code: "claims-frozen",
    async ask(job) {
      const visits = claims(visit("J1", "1002", "2017-01-05", "300.00"));
      await load(job, [register, ...hospitals, visits]);
      await job.store.claims.findPeople(january);
      const signed = { version: 1, preparedBy: "甲", approvedBy: "" };
      await job.store.months.put({ month: january, state: "closing", ...signed });
      await undo(job, BOTH, "ncms:1002");
    },
    zh: `2017-01 正在等待关账审批,其中有 ${BOTH} 尚未结算的单据,现在不能归到别人名下`,
    zhNext: "等 2017-01 关账或退回以后再做:liutong month status",
    en: `2017-01 is being closed and holds open claims of ${BOTH}: they cannot change hands now`,
    enNext: "do it after 2017-01 is closed or handed back: liutong month status",
  },
];

function undo(job: Job, person: string, records: string) {
  return undoMerge(job, { ...askedSplit({ person, records }), reason: "认错了" });
}

/** 1003 is put to the others. */
async function merged(job: Job): Promise<void> {
  await mergePeople(job, 1, BOTH, OTHER);
}

async function decided(job: Job, left: string, right: string): Promise<void> {
  const key = { source: "ncms", psnName: "王建国", place: "" };
  const other = right === "1003" ? { ...key, psnName: "李四" } : key;
  const entry = {
    kind: "same",
    left: { ...key, legacyId: left },
    right: { ...other, legacyId: right },
    decidedBy: "乙",
    decidedOn: "2017-02-01",
    reason: "见过本人",
    origin: "review",
  };
  await job.store.decisions.add(1, [entry as NewDecision]);
}
