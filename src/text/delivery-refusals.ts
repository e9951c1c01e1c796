import type { RefusalText } from "./refusal-text.js";

/** Why a delivery, or what is asked about one, is refused. */
export const deliveryRefusals = {
  "delivery-differs": {
    zh: "交付 {found} 与其清单不符,没有装载:\n{problems}",
    en: "the delivery {found} does not agree with its manifest, nothing was loaded:\n{problems}",
    next: {
      zh:
        "与报送单位核对后改正文件或清单,再运行;确实无法改正的由两人接受:" +
        "liutong migrate accept 交付 --file {file} --total {total} --amount {difference} --reason 理由",
      en:
        "settle it with the sender, mend file or manifest, and run again; or two people accept " +
        "it: liutong migrate accept DELIVERY --file {file} --total {total} --amount {difference} " +
        "--reason WHY",
    },
  },
  "corrections-unfit": {
    zh: "更正工作簿 {found} 有 {count} 处不合要求,没有执行:\n{problems}",
    en: "nothing was done; the corrections in {found} do not fit ({count}):\n{problems}",
    next: {
      zh: "改正上面各处(或从 out/private 的原工作簿重新开始),再运行一次",
      en: "mend the places above (or begin again from the workbook in out/private), and run again",
    },
  },
  "difference-unfit": {
    zh: "交付中没有 {file} {total} 差 {amount} 这样的差额;试迁移发现的差额:\n{found}",
    en: "there is no difference {amount} of {file} {total}; a rehearsal finds:\n{found}",
    next: {
      zh: "照上面列出的文件、合计项和差额填写(不符就是另一个差额,不能接受)",
      en: "give file, total and amount as they are listed; another amount is another difference",
    },
  },
  "row-question-unclear": {
    zh: "看不懂 --row {found};可以写:{expected}",
    en: "--row {found} is not understood; it may be: {expected}",
    next: {
      zh: "例如:liutong run show --row person:个人编号",
      en: "such as: liutong run show --row person:NUMBER",
    },
  },
  "row-unknown": {
    zh: "没有找到 {found} 所依据的源行",
    en: "no source row is known for {found}",
    next: {
      zh: "核对编号,或不写运行编号在全部运行中查找;运行记录:liutong run list",
      en: "check the number, or leave out the run to look in all; the runs: liutong run list",
    },
  },
  "run-not-a-delivery": {
    zh: "{found} 中没有装载过交付的这次运行",
    en: "{found} is no run that loaded a delivery",
    next: {
      zh: "写成 运行编号、库文件 或 库文件:运行编号;运行记录:liutong run list",
      en: "give a run, a database, or DATABASE:RUN; the runs: liutong run list",
    },
  },
  "source-missing": {
    zh: "原文件 {found} 已不在交付目录({folder})中",
    en: "the delivered file {found} is no longer in its folder ({folder})",
    next: {
      zh: "交付目录若已搬动,用 --delivery 目录 指明现在的位置",
      en: "if the delivery was moved, name its folder with --delivery FOLDER",
    },
  },
  "source-changed": {
    zh: "{found} 已不是装载时的文件(当时的内容哈希以 {sha} 开头),不显示任何内容",
    en: "{found} is not the file that was loaded (its hash began with {sha}); nothing is shown",
    next: {
      zh: "从备份取回装载时的文件,放到一个目录,用 --delivery 目录 指明",
      en: "restore the file as it was loaded into a folder, and name that with --delivery FOLDER",
    },
  },
  "delivery-loaded": {
    zh: "交付 {found} 已在第 {run} 次运行中装载,此后映射有改动:{changed}",
    en: "the delivery {found} was loaded in run {run}, and the mappings changed since: {changed}",
    next: {
      zh: "已装载的不重做:搁置的行改正后作为补充交付报送;或用 --db 另建一个库重新演练",
      en: "what is loaded stays: deliver the corrected rows as a supplement, or rehearse with --db",
    },
  },
} as const satisfies Record<string, RefusalText>;
