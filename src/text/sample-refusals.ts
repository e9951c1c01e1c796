import type { RefusalText } from "./refusal-text.js";

/** Refusals of the generator of samples. */
export const sampleRefusals = {
  "dirt-unknown": {
    zh: "{found}:没有这种脏数据;现有:{expected}",
    en: "{found}: there is no such dirt; there is: {expected}",
    next: {
      zh: "查看各种类:liutong sample make --help",
      en: "see the kinds: liutong sample make --help",
    },
  },
  "rate-unfit": {
    zh: "{found}:比例应为 {expected}",
    en: "{found}: a rate is {expected}",
    next: {
      zh: "写作 --rate id-missing=2%",
      en: "write it like --rate id-missing=2%",
    },
  },
} as const satisfies Record<string, RefusalText>;
