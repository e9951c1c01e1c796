import type { Text } from "./tell.js";

/** What `match` prints. */
export const matchTexts = {
  lists: { zh: "名单:{rows} 行", en: "lists: {rows} rows" },
  fields: { zh: "所取的列:{fields}", en: "columns: {fields}" },
  absent: {
    zh: "名单中没有的字段:{fields}(列名不同的,在比对规则的 column 中补上)",
    en: "fields that no list has: {fields} (add other names of columns to the spec)",
  },
  candidates: {
    zh: "比对 {pairs} 对;按模型估计其中 {expected} 对是同一人(学习 {rounds} 轮)",
    en: "{pairs} pairs were compared; by the model {expected} are one person ({rounds} rounds)",
  },
  given: { zh: "所用权重:第 {version} 版", en: "weights: version {version}" },
  trained: {
    zh: "权重第 {version} 版已写入 {file}",
    en: "version {version} of the weights written to {file}",
  },
  changes: {
    zh: "与上一版相比,这些名单中结论会变的:",
    en: "outcomes of these lists that change since the version before:",
  },
  change: { zh: "{before} → {now}:{pairs} 对", en: "{before} → {now}: {pairs} pairs" },
  unchanged: { zh: "与上一版相比,结论没有变化", en: "no outcome changes since the version before" },
  verdict: {
    zh: "{left} 与 {right}:{outcome},概率 {probability}(同一人从 {same} 起,待审核从 {review} 起)",
    en: "{left} and {right}: {outcome}, {probability} (same from {same}, to review from {review})",
  },
  record: {
    zh: "{psnNo}:{source} {legacyId}({place})— {facts}",
    en: "{psnNo}: {source} {legacyId} ({place}) – {facts}",
  },
  recordsMasked: {
    zh: "个人信息已遮盖;需要原样时加 --reveal 理由(记入运行记录)",
    en: "personal data is masked; --reveal REASON shows it, and the reason is journalled",
  },
  decided: {
    zh: "人工结论:{outcome}(先于下面的概率)",
    en: "somebody decided: {outcome} (which goes before the probability below)",
  },
  unbrought: {
    zh: "这两行没有相同的分块键,match files 不会比对它们",
    en: "these rows share no blocking key: match files does not compare them",
  },
  what: { zh: "依据", en: "evidence" },
  finding: { zh: "情况", en: "finding" },
  weight: { zh: "分量", en: "weight" },
  meaning: { zh: "说明", en: "meaning" },
  nearness: { zh: "远近", en: "nearness" },
  near: { zh: "同 {fields}", en: "same {fields}" },
  apart: { zh: "{fields} 不同", en: "different {fields}" },
  and: { zh: ",", en: ", " },
  stranger: { zh: "任意两行", en: "any two rows" },
  priorMeaning: {
    zh: "这样的两行是同一人的约 {share}",
    en: "of such pairs {share} are one person",
  },
  together: { zh: "一并出现", en: "come together" },
  togetherMeaning: {
    zh: "不同的人也常这样几项一起相同,不能逐项重复计算",
    en: "two people often agree in just these together, so they do not count one by one",
  },
  sum: { zh: "合计", en: "sum" },
  missing: {
    zh: "缺填,或不足为凭",
    en: "not stated in both, or not telling",
  },
  differ: { zh: "不同", en: "differs" },
  rarity: { zh: ",其中值少见 {weight}", en: ", {weight} of it for rarity" },
  nothing: { zh: "不说明什么", en: "tells nothing" },
  little: { zh: "略{side}", en: "speaks a little {side}" },
  clearly: { zh: "{side}", en: "speaks {side}" },
  strongly: { zh: "强烈{side}", en: "speaks strongly {side}" },
  for: { zh: "支持是同一人", en: "for one person" },
  against: { zh: "反对是同一人", en: "against it" },
  comparedOnly: {
    zh: "比对 {pairs} 对;按模型估计其中 {expected} 对是同一人",
    en: "{pairs} pairs were compared; by the model {expected} are one person",
  },
  outcome: { zh: "结论", en: "outcome" },
  from: { zh: "概率从", en: "from" },
  pairs: { zh: "对数", en: "pairs" },
  cost: { zh: "按模型估计的代价", en: "expected cost, by the model" },
  same: { zh: "同一人", en: "same" },
  review: { zh: "待审核", en: "to review" },
  different: { zh: "不同人", en: "different" },
  wrong: { zh: "每万对中错并 {share}", en: "{share} wrong in 10,000" },
  look: { zh: "由人逐对确认", en: "a person looks at each" },
  missed: {
    zh: "漏掉 {pairs} 对,每万对真同一人中 {share}",
    en: "{pairs} missed, {share} in 10,000 true pairs",
  },
  oversize: {
    zh: "分块 {key}:{groups} 组过大没有比对,共 {rows} 行(可加一个字段,或提高 most)",
    en: "block {key}: {groups} groups of {rows} rows were too large (add a field, or raise most)",
  },
  written: {
    zh: "写出概率 ≥ {floor} 的 {pairs} 对:{file}",
    en: "{pairs} pairs of probability ≥ {floor} written to {file}",
  },
  clusters: {
    zh: "归为 {people} 人,其中 {shared} 行并入他人:{file}",
    en: "{people} people, {shared} rows joined with others: {file}",
  },
  refused: {
    zh: "{count} 条连接会把互相矛盾的行并在一起,没有采用,须人工判断(它们仍在概率文件中)",
    en: "{count} links were not followed, as they join rows that differ; look at them in the pairs",
  },
} as const satisfies Record<string, Text>;

/** The levels of agreement in words; `{limit}` is the number behind a level. */
export const levelTexts = {
  equal: { zh: "相同", en: "equal" },
  similar: { zh: "相似(≥ {limit})", en: "alike (≥ {limit})" },
  edits: { zh: "相差不超过 {limit} 处", en: "at most {limit} errors apart" },
  prefix: { zh: "前 {limit} 位相同", en: "the first {limit} characters equal" },
  swapped: { zh: "月日互换", en: "day and month swapped" },
  lunar: { zh: "一个是另一个的农历", en: "one is the lunar date of the other" },
  "year-off": { zh: "月日相同,年份相差不超过 {limit}", en: "year off by at most {limit}" },
  "same-year": { zh: "只有年份相同", en: "only the year equal" },
  variant: { zh: "繁体、异体或有无间隔点之别", en: "variant characters, or the dot" },
  sound: { zh: "同音", en: "sounds alike" },
  look: { zh: "形近", en: "looks alike" },
  "one-missing": { zh: "少一个字", en: "one character missing" },
  "one-differs": { zh: "差一个字", en: "one character differs" },
  surname: { zh: "只有姓相同", en: "only the surname equal" },
  borrowed: {
    zh: "号码相同,但不是本行出生日期的(多为户主的号码)",
    en: "the same number, but not that of the row's own birth date",
  },
  "one-digit": { zh: "错一位或相邻两位颠倒", en: "one digit wrong, or two swapped" },
  "both-own": {
    zh: "两个有效而不同的号码,各与本行的出生日期相符",
    en: "two different sound numbers, each of its own row's birth date",
  },
  "both-sound": { zh: "两个有效而不同的号码", en: "two different sound numbers" },
  unlike: {
    zh: "相差三处以上,不是各错一位",
    en: "three places apart or more: no digit wrong in each",
  },
} as const satisfies Record<string, Text>;
