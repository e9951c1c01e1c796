import type { RefusalText } from "./refusal-text.js";

/** Why a merge is not undone. */
export const undoRefusals = {
  "undo-unclear": {
    zh: "没有写明拆开谁:要么写 --person 和 --records,要么写 --decision",
    en: "it is not said what to take apart: --person with --records, or --decision",
    next: {
      zh: "例如:liutong match undo --person 个人编号 --records ncms:原编号 --reason 理由",
      en: "such as: liutong match undo --person NUMBER --records ncms:OLDNUMBER --reason WHY",
    },
  },
  "undo-record-unclear": {
    zh: "看不懂 --records 中的 {found}",
    en: "{found} in --records is not understood",
    next: {
      zh: "写成 来源:原编号、来源:原编号:姓名 或 row:文件:行号,用逗号隔开,如 ncms:152301001,urbmi:8812",
      en: "write SOURCE:OLDNUMBER, SOURCE:OLDNUMBER:NAME or row:FILE:LINE, with commas between",
    },
  },
  "undo-person-unknown": {
    zh: "没有个人编号 {found}",
    en: "there is no person {found}",
    next: {
      zh: "核对编号;由原编号查找:liutong run show --row row:文件:行号",
      en: "check the number; from a source row: liutong run show --row row:FILE:LINE",
    },
  },
  "undo-person-merged": {
    zh: "{found} 已并入 {other}",
    en: "{found} was merged into {other}",
    next: {
      zh: "用现在的编号:liutong match undo --person {other} …",
      en: "use the number of today: liutong match undo --person {other} …",
    },
  },
  "undo-records-foreign": {
    zh: "{person} 名下没有这些记录:{found}。他名下的记录:\n{records}",
    en: "these are no records of {person}: {found}. The records of {person}:\n{records}",
    next: {
      zh: "从上面的记录中选要分出去的,照抄到 --records",
      en: "choose those that leave from the list above, as they are written there",
    },
  },
  "undo-all-leave": {
    zh: "{person} 的 {count} 条记录都要分出去,没有留下的,拆不成两个人",
    en: "all {count} records of {person} would leave: that is no split",
    next: {
      zh: "只写要分出去的那些;{person} 名下的记录:\n{records}",
      en: "name only those that leave; the records of {person}:\n{records}",
    },
  },
  "undo-records-alike": {
    zh: "留下的和要分出去的都有 {found} 的同名记录,以后的交付无从分辨,不能这样拆开 {person}",
    en:
      "both halves of {person} would have a record of {found} under one name: no later delivery " +
      "could tell them apart",
    next: {
      zh: "把 {found} 的同名记录全部写进 --records,或全部留下",
      en: "name all records of {found} in --records, or none",
    },
  },
  "undo-decided-same": {
    zh: "有人决定过要拆开的记录是同一人:\n{decisions}",
    en: "somebody decided that records of both halves are one person:\n{decisions}",
    next: {
      zh: "若该决定有误,在命令后加上{flags},连同它一起收回",
      en: "if they were wrong, take them back as well: add{flags}",
    },
  },
  "undo-decision-unknown": {
    zh: "没有第 {found} 号“同一人”决定,或者它已被收回",
    en: "there is no decision {found} that two records are one person, or it was taken back",
    next: {
      zh: "核对决定的编号,或用 --person 和 --records 指明要分出去的记录",
      en: "check its number, or say with --person and --records which records leave",
    },
  },
  "undo-decision-unfit": {
    zh: "第 {found} 号决定所说的两条记录现在不是由它并到一个人名下的",
    en: "the two records of decision {found} were not brought under one person by it",
    next: {
      zh: "用 --person 和 --records 指明要分出去的记录",
      en: "say with --person and --records which records leave",
    },
  },
  "undo-waits": {
    zh: "{person} 已有一份拆分在等待审批({approval} 号,{operator} 提交),分出去的记录不同",
    en: "another split of {person} waits for approval ({approval}, prepared by {operator})",
    next: {
      zh: "先审批或退回它:liutong approve {approval} --operator 审批人(--refuse 理由)",
      en: "decide on it first: liutong approve {approval} --operator APPROVER (--refuse WHY)",
    },
  },
  "undo-outdated": {
    zh: "{approval} 号拆分提交之后情况有了变化,它列出的后果已不准确,不能照它审批",
    en: "since split {approval} was prepared something changed: what it lists no longer holds",
    next: {
      zh: "退回后重新提交:liutong approve {approval} --refuse 情况有变,再运行 liutong match undo",
      en: "hand it back (liutong approve {approval} --refuse WHY) and run liutong match undo again",
    },
  },
  "claims-frozen": {
    zh: "{month} 正在等待关账审批,其中有 {person} 尚未结算的单据,现在不能归到别人名下",
    en: "{month} is being closed and holds open claims of {person}: they cannot change hands now",
    next: {
      zh: "等 {month} 关账或退回以后再做:liutong month status",
      en: "do it after {month} is closed or handed back: liutong month status",
    },
  },
} as const satisfies Record<string, RefusalText>;
