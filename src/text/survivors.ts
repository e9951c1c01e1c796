import type { Text } from "./tell.js";

/** Why a field of a record was taken from a row. */
export const chosenBy = {
  agreed: { zh: "没有别的说法", en: "no row says otherwise" },
  "valid-certno": { zh: "证件号码有效", en: "its certificate number is valid" },
  "most-frequent": { zh: "说法最多", en: "most rows say so" },
  longest: { zh: "字数最多", en: "it is the longest" },
  "most-recent": { zh: "最近的一次", en: "it is the most recent" },
  "most-trusted": { zh: "来源最可信", en: "its register is the most trusted" },
  place: {
    zh: "规则分不出,取来源和原个人编号在前的一行",
    en: "no rule decides; its register and old number come first",
  },
} as const satisfies Record<string, Text>;

/** What is printed of the fields of a record. */
export const survivorSummary = {
  rowChosen: {
    zh: "  {field} {value} 取自 {place}:{why}",
    en: "  {field} {value} from {place}: {why}",
  },
  rowChosenOf: {
    zh: "档案由几行合成,各字段的取舍(规则见 mappings/match/survivors.yaml):",
    en: "The record is made of several rows, field by field (mappings/match/survivors.yaml):",
  },
} as const satisfies Record<string, Text>;
