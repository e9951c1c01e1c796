import type { ProblemText } from "./problem-text.js";
import type { Text } from "./tell.js";

/** What worked examples can come to under a pack. */
export const trialProblems = {
  "trial-differs": {
    effect: "refuse",
    zh: "算例写 {expected},按这套政策是 {found};核对政策的数值,或核对算例",
    en: "the example says {expected}, the law gives {found}; check the values, or the example",
  },
  "trial-day-uncovered": {
    effect: "refuse",
    zh: "{found} 没有完整的规定;这套政策的 covers 是 {expected}",
    en: "the law of {found} is not complete; this pack covers {expected}",
  },
  "trial-days-missing": {
    effect: "refuse",
    zh: "这次住院按规定在 {found} 分段;请写 days: [{ day: …, cost: … }],逐日的费用",
    en: "the law cuts this stay at {found}; give days: [{ day: …, cost: … }], the cost of each day",
  },
} as const satisfies Record<string, ProblemText>;

/** What the trial of worked examples says on the screen. */
export const trialScreen = {
  head: {
    zh: "{title}:算例 {trials} 个,单据 {bills} 张",
    en: "{title}: {trials} examples, {bills} bills",
  },
  columns: {
    zh: [
      "算例",
      "出院日",
      "医院",
      "总费用",
      "范围内",
      "起付线",
      "统筹",
      "大病",
      "救助",
      "其他",
      "个人",
    ],
    en: ["example", "day", "hospital", "bill", "in scope", "deductible"].concat([
      ...["pooled", "critical", "aid", "other", "person"],
    ]),
  },
  asked: { zh: "{name}:{found}", en: "{name}: {found}" },
  held: {
    zh: "算例写明的 {values} 个数全部相符;第二套独立程序复算相同",
    en: "all {values} values that the examples state hold; the second implementation agrees",
  },
  nothingStated: {
    zh: "算例没有写明应得的数(gives),没有可核对的;第二套独立程序复算相同",
    en: "the examples state no values (gives), so none was compared; the recount agrees",
  },
  wrong: {
    zh: "算例写明 {values} 个数;下列 {count} 处不符或算不出:",
    en: "the examples state {values} values; {count} differ, or have no answer:",
  },
} as const satisfies Record<string, Text | Readonly<Record<"zh" | "en", readonly string[]>>>;
