import type { RefusalText } from "./refusal-text.js";

/** Why a command on policies stops. */
export const policyRefusals = {
  "pack-missing": {
    zh: "{found} 不是一个政策包;现有:{expected}",
    en: "{found} is no pack of policies; there are: {expected}",
    next: {
      zh: "写政策文件夹、单个政策文件或地区名;新的一套可用 liutong init --region example 照抄",
      en: "name a folder, a file or a region; liutong init --region example copies one to begin",
    },
  },
  "law-missing": {
    zh: "{found} 在 {day} 没有完整的规定(该包写的是 {from} 至 {to}):\n{problems}",
    en: "{found} has no complete law on {day} (the pack covers {from} to {to}):\n{problems}",
    next: {
      zh: "换一个日期,或在政策文件中补写",
      en: "choose another day, or add the rules to the policy files",
    },
  },
  "class-unknown": {
    zh: "没有类别或身份 {found};现有:{expected}",
    en: "there is no class or identity {found}; there are: {expected}",
    next: { zh: "用 --for 选其中一个", en: "choose one of them with --for" },
  },
} as const satisfies Record<string, RefusalText>;
