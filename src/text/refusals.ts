import { deliveryRefusals } from "./delivery-refusals.js";
import { fileRefusals } from "./file-refusals.js";
import { listRefusals } from "./list-refusals.js";
import { policyRefusals } from "./policy-refusals.js";
import type { RefusalText } from "./refusal-text.js";
import { sampleRefusals } from "./sample-refusals.js";
import { settleRefusals } from "./settle-refusals.js";
import { sourceRefusals } from "./source-refusals.js";
import { undoRefusals } from "./undo-refusals.js";

/** Every reason for which a command stops before it changes anything. */
export const refusalTexts = {
  ...settleRefusals,
  ...deliveryRefusals,
  ...fileRefusals,
  ...policyRefusals,
  "workspace-missing": {
    zh: "这里和上级目录都没有工作区文件 liutong.yaml",
    en: "no liutong.yaml here or in any folder above",
    next: {
      zh: "新建一个:liutong init --region tongliao --operator 姓名",
      en: "make one: liutong init --region tongliao --operator NAME",
    },
  },
  "workspace-exists": {
    zh: "{found} 已有工作区,不会覆盖",
    en: "{found} holds a workspace already; it is not overwritten",
    next: {
      zh: "换一个目录:liutong init --dir 目录",
      en: "choose another folder: liutong init --dir FOLDER",
    },
  },
  "database-unusable": {
    zh: "{found} 打不开,或者不是 SQLite 数据库({reason})",
    en: "{found} cannot be opened, or is no SQLite database ({reason})",
    next: {
      zh: "检查 --db 或 liutong.yaml 的 database 所写的路径和权限",
      en: "check the path and its permissions: --db, or database: in liutong.yaml",
    },
  },
  "region-unknown": {
    zh: "没有地区包 {found};现有:{expected}",
    en: "there is no region pack {found}; there are: {expected}",
    next: {
      zh: "用 --region 选一个现有地区包",
      en: "choose one of them with --region",
    },
  },
  "operator-missing": {
    zh: "不知道是谁在操作",
    en: "the operator is not known",
    next: {
      zh: "加上 --operator 姓名,或写进 liutong.yaml 的 operator",
      en: "add --operator NAME, or write operator: into liutong.yaml",
    },
  },
  "file-missing": {
    zh: "找不到 {found}",
    en: "{found} is not there",
    next: { zh: "检查路径后再试", en: "check the path and try again" },
  },
  "file-exists": {
    zh: "{found} 已经存在,不会覆盖",
    en: "{found} is there already; it is not overwritten",
    next: { zh: "换一个文件名", en: "choose another name" },
  },
  "file-kind-unread": {
    zh: "{found} 看来是 {kind},现在还不能读",
    en: "{found} looks like {kind}, which cannot be read yet",
    next: {
      zh: "另存为 CSV 或制表符分隔的文本(UTF-8 或 GBK),再运行 liutong source inspect 文件",
      en: "save it as CSV or tab-delimited text (UTF-8 or GBK), then liutong source inspect FILE",
    },
  },
  "files-wrong": {
    zh: "{found} 有 {count} 处错误,没有执行:\n{problems}",
    en: "nothing was done; problems of {found} ({count}):\n{problems}",
    next: {
      zh: "改正上面各处后重新运行",
      en: "correct the places above and run it again",
    },
  },
  "database-busy": {
    zh: "另一个进程正在使用数据库(例如试迁移)",
    en: "another process is using the database (a dry run, perhaps)",
    next: { zh: "等它结束后再试", en: "wait for it and try again" },
  },
  "run-in-progress": {
    zh: "第 {run} 次运行({kind})正在进行:进程 {process},操作员 {operator}",
    en: "run {run} ({kind}) is under way: process {process}, operator {operator}",
    next: {
      zh: "等它结束;若该进程已不存在,重新运行即会自动接管",
      en: "wait for it; if that process is gone, the next run takes over by itself",
    },
  },
  "policy-missing": {
    zh: "{month} 没有可用的政策({found}):有 {count} 个参数没有生效的版本,如\n{problems}",
    en:
      "no policy for {month} ({found}): parameters without a version in force: {count}, such as\n" +
      "{problems}",
    next: {
      zh: "在 mappings/policies 中补充,然后运行 liutong policy check",
      en: "add it under mappings/policies, then run liutong policy check",
    },
  },
  "month-closed": {
    zh: "{month} 已由 {operator} 关账,不能再变动",
    en: "{month} was closed by {operator} and can no longer change",
    next: {
      zh: "差额记入未关账的月份:liutong settle correct --month 未关账的月份;查看:liutong month status",
      en:
        "differences are posted in an open month: liutong settle correct --month MONTH; " +
        "see: liutong month status",
    },
  },
  "month-closing": {
    zh: "{month} 已提交关账,等待审批({approval} 号)",
    en: "{month} is being closed and waits for approval {approval}",
    next: {
      zh: "由另一人审批:liutong approve {approval} --operator 审批人",
      en: "another person approves: liutong approve {approval} --operator APPROVER",
    },
  },
  "month-open-work": {
    zh: "{month} 还不能关账:\n{found}",
    en: "{month} cannot be closed yet:\n{found}",
    next: {
      zh: "按上面各行提示处理,然后再关账",
      en: "do what the lines above say, then close again",
    },
  },
  "month-order": {
    zh: "{earlier} 还没有关账,不能先关 {month}",
    en: "{earlier} is not closed yet, so {month} cannot be",
    next: {
      zh: "先处理前一个月:liutong month close --month {earlier}",
      en: "close the earlier month first: liutong month close --month {earlier}",
    },
  },
  "month-unsettled-before": {
    zh: "{earlier} 还没有结算,不能先结算 {month}:年度累计按先后计算",
    en: "{earlier} is not settled, so {month} cannot be: the year adds up in order",
    next: {
      zh: "先结算前一个月:liutong settle month --month {earlier}",
      en: "settle the earlier month first: liutong settle month --month {earlier}",
    },
  },
  "month-empty": {
    zh: "{month} 没有任何单据,也没有上个月",
    en: "{month} has no claims, and no month before it",
    next: {
      zh: "先导入单据:liutong migrate run 交付目录;查看:liutong month status",
      en: "load claims first: liutong migrate run DELIVERY; see: liutong month status",
    },
  },
  "month-unsettled": {
    zh: "{month} 还有 {count} 张单据没有结算",
    en: "claims of {month} that are not settled: {count}",
    next: {
      zh: "先结算:liutong settle month --month {month}",
      en: "settle them first: liutong settle month --month {month}",
    },
  },
  "hospital-month-unknown": {
    zh: "机构 {found} 在 {month} 没有拨付记录,或没有协议",
    en: "institution {found} has no payment in {month}, or no agreement",
    next: {
      zh: "先计算:liutong budget month --month {month},其输出列出各机构",
      en: "compute it first: liutong budget month --month {month}; it lists the institutions",
    },
  },
  "claim-unknown": {
    zh: "没有编号为 {found} 的结算单据",
    en: "there is no settlement {found}",
    next: {
      zh: "用医院的结算编号(medins_setl_id)查询",
      en: "ask with the hospital's settlement number (medins_setl_id)",
    },
  },
  "claim-unsettled": {
    zh: "单据 {found} 尚未结算:\n{problems}",
    en: "claim {found} is not settled:\n{problems}",
    next: {
      zh: "消除原因后运行 liutong settle month --month {month}",
      en: "mend the cause, then run liutong settle month --month {month}",
    },
  },
  "approval-unknown": {
    zh: "没有待审批的 {found} 号",
    en: "nothing waits for approval under number {found}",
    next: { zh: "查看:liutong month status", en: "see: liutong month status" },
  },
  "approval-same-person": {
    zh: "{operator} 提交的事项不能由本人审批",
    en: "{operator} prepared this and cannot approve it",
    next: {
      zh: "由另一人审批:liutong approve {approval} --operator 审批人",
      en: "another person approves: liutong approve {approval} --operator APPROVER",
    },
  },
  "run-unknown": {
    zh: "没有第 {found} 次运行",
    en: "there is no run {found}",
    next: { zh: "查看:liutong run list", en: "see: liutong run list" },
  },
  "output-unwritable": {
    zh: "无法写入 {found}({reason})",
    en: "{found} cannot be written ({reason})",
    next: {
      zh: "检查输出目录的权限、空间,或 liutong.yaml 的 output,然后重新运行",
      en: "check permissions and space of the folder, or output: in liutong.yaml, and run again",
    },
  },
  "folder-not-empty": {
    zh: "{found} 不是空目录,不会覆盖",
    en: "{found} is not empty; nothing is overwritten",
    next: { zh: "换一个新目录", en: "choose a new folder" },
  },
  ...sampleRefusals,
  ...listRefusals,
  ...sourceRefusals,
  ...undoRefusals,
  "command-wrong": {
    zh: "命令写法不对:{found}",
    en: "the command line is wrong: {found}",
    next: {
      zh: "查看用法:liutong {command} --help",
      en: "see how it is used: liutong {command} --help",
    },
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusalTexts;
