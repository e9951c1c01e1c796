import type { Text } from "./tell.js";

/** What is printed of deliveries that come again, are corrected, accepted or looked into. */
export const deliverySummary = {
  corrected: {
    zh:
      "更正工作簿 {workbook}:更正 {corrected} 行(装载 {loaded} · 合并 {merged} · 再次搁置 {again})," +
      "放弃 {dropped} 行,未动 {left} 行,以前已更正 {repeated} 行",
    en:
      "Corrections of {workbook}: {corrected} rows corrected (loaded {loaded}, merged {merged}, " +
      "set aside again {again}), {dropped} dropped, {left} left, {repeated} corrected before",
  },
  correctedLater: {
    zh: "{path} 搁置的行中,后来更正而装载或合并 {corrected} 行,放弃 {dropped} 行",
    en: "{path}: of the rows set aside, {corrected} were corrected later and {dropped} dropped",
  },
  correctedOnly: {
    zh: "这批交付已在第 {run} 次运行中装载;以下只是被更正的行",
    en: "The delivery was loaded in run {run}; what follows is only its corrected rows",
  },
  fileRepeated: {
    zh:
      "  {path} 与第 {run} 次运行的 {other} 内容相同:{repeated} 条认作重复,没有再装载;" +
      "当时搁置的 {waiting} 条重新处理",
    en:
      "  {path} holds what {other} of run {run} held: {repeated} records are repeated, not " +
      "loaded again; {waiting} that were set aside were tried again",
  },
  difference: {
    zh: "差额 {file} {total}:清单 {expected},文件 {found},差额 {difference};理由:{reason}",
    en: "{file} {total}: manifest {expected}, file {found}, difference {difference}; {reason}",
  },
  differenceWaits: {
    zh: "已由 {prepared} 提出,待另一人批准:liutong approve {approval} --operator 审批人",
    en: "prepared by {prepared}; waits for: liutong approve {approval} --operator APPROVER",
  },
  differenceAccepted: {
    zh: "已接受(提出 {prepared},批准 {approved});此后每份报告都会列出。下一步:liutong migrate run 交付",
    en: "accepted (prepared {prepared}, approved {approved}); every report will say so",
  },
  differenceRefused: {
    zh: "{approved} 不同意接受;请与报送单位核对后改正文件或清单",
    en: "{approved} does not accept it; settle it with the sender, mend file or manifest",
  },
  rowPlace: {
    zh: "{file}:{line}(第 {run} 次运行,操作员 {operator},映射 {layout})— {records}:{outcome}",
    en: "{file}:{line} (run {run}, operator {operator}, mapping {layout}) – {records}: {outcome}",
  },
  rowBytes: {
    zh: "  文件 SHA-256 {sha256};第 {offset} 字节起 {length} 字节",
    en: "  file SHA-256 {sha256}; {length} bytes from byte {offset}",
  },
  rowInSheet: { zh: "  文件 SHA-256 {sha256}", en: "  file SHA-256 {sha256}" },
  rowText: { zh: "  原文 {text}", en: "  text {text}" },
  rowHex: { zh: "  字节 {hex}", en: "  bytes {hex}" },
  rowKept: {
    zh: "  原文件不在原处;原文取自数据库",
    en: "  the file is not where it was; the text is the database's",
  },
  rowCorrected: {
    zh: "  更正({action}){reason} 工作簿 {workbook}",
    en: "  correction ({action}) {reason} workbook {workbook}",
  },
  rowMasked: {
    zh: "个人信息已遮盖;需要原样时加 --reveal 理由(记入运行记录)",
    en: "personal data is masked; --reveal REASON shows it, and the reason is journalled",
  },
  rowChange: {
    zh: "变更 {place}(第 {run} 次运行){subject} {field}:{before} → {after}",
    en: "change {place} (run {run}) {subject} {field}: {before} → {after}",
  },
  rowMerged: {
    zh: "并入 {place}:{from} → {to}(第 {run} 次运行,{operator})",
    en: "merged {place}: {from} → {to} (run {run}, {operator})",
  },
  rowSplit: {
    zh: "拆出 {place}:{from} → {to}(第 {run} 次运行,{operator})",
    en: "split off {place}: {from} → {to} (run {run}, {operator})",
  },
  rowNowOf: { zh: "现在归 {person}", en: "now of {person}" },
  later: {
    zh:
      "{mode}:新增 {added} 人 · 更新 {updated} 人({fields})· 未变 {unchanged} 行 · " +
      "与登记不同而搁置 {waiting} 行",
    en:
      "{mode}: {added} people added, {updated} updated ({fields}), {unchanged} rows unchanged, " +
      "{waiting} set aside because they differ",
  },
  laterEnded: {
    zh: "{day} 终止参保:全量名单中没有的 {ended} 人,停保的 {stopped} 人",
    en: "enrolments ended on {day}: {ended} left out of a complete list, {stopped} stopped",
  },
  laterWithheld: {
    zh: "全量名单中没有的 {withheld} 人没有终止:名单有行无法分列,请先更正",
    en: "{withheld} left out of a complete list were not ended: a line of it could not be read",
  },
  firstMode: { zh: "首次交付", en: "First delivery" },
  supplementMode: { zh: "补充交付", en: "Supplement" },
  correctionMode: { zh: "更正交付", en: "Correction" },
  diff: { zh: "比较 {before} → {after}", en: "{before} → {after}" },
  diffRows: {
    zh:
      "搁置的行:不再搁置 {released} · 已不在文件中 {gone} · 新搁置 {caught} · 新来而搁置 {arrived} · " +
      "原因改变 {changed} · 不变 {same}",
    en:
      "Set aside: {released} no longer, {gone} no longer delivered, {caught} newly, {arrived} " +
      "new rows, {changed} for other reasons, {same} as before",
  },
  diffCodes: { zh: "搁置原因(行)", en: "Reasons (rows)" },
  diffTotals: { zh: "行数、人数与金额", en: "Rows, people and money" },
  reason: { zh: "原因", en: "reason" },
  figure: { zh: "项目", en: "figure" },
  before: { zh: "前", en: "before" },
  after: { zh: "后", en: "after" },
} as const satisfies Record<string, Text>;
