import type { Text } from "./tell.js";

/** What is said about codes that no crosswalk has: on the screen, and in the list to fill in. */
export const coverageTexts = {
  head: {
    zh: "对照表没有的旧码(--missing-codes 目录 写出待填的清单;填好的行接在对照表后面即可)",
    en:
      "Old codes that no crosswalk has (--missing-codes DIR writes the lists to fill in; put the " +
      "completed lines behind the crosswalk)",
  },
  covered: {
    zh: "{tables} 张对照表覆盖了全部旧码",
    en: "{tables} crosswalks cover every old code",
  },
  others: {
    zh: "  {table}:另有 {rows} 行的旧码没有列出",
    en: "  {table}: codes of {rows} further rows are not listed",
  },
  table: { zh: "对照表", en: "crosswalk" },
  code: { zh: "旧码", en: "old code" },
  rows: { zh: "行", en: "rows" },
  places: { zh: "最早出现", en: "first places" },
  proposal: { zh: "建议", en: "proposal" },
  spelling: {
    zh: "{code}({meaning}):只是写法不同",
    en: "{code} ({meaning}): only spelled otherwise",
  },
  meaning: {
    zh: "{code}({meaning}):与旧码含义相同",
    en: "{code} ({meaning}): it is what an old code is called",
  },
  elsewhere: {
    zh: "{code}({meaning}):同一字段的另一张对照表中有",
    en: "{code} ({meaning}): another crosswalk of the field has it",
  },
  similar: {
    zh: "{code}({meaning})?:写法相近,须核实",
    en: "{code} ({meaning})?: much like it, to be checked",
  },
  emptyCode: { zh: "留空", en: "leave empty" },
} as const satisfies Record<string, Text>;
