import type { RefusalText } from "./refusal-text.js";

/** Refusals about files that nobody has vouched for. */
export const sourceRefusals = {
  "totals-unsigned": {
    zh: "{found} 是草稿:控制数是从文件本身算出来的(signed: false),没有装载",
    en: "{found} is a draft: its totals were computed from the files (signed: false)",
    next: {
      zh: "按签字的纸质清单改写 rows、totals,把 signed 改为 true,再运行 liutong migrate run",
      en: "put in the figures of the signed paper, set signed: true, then liutong migrate run",
    },
  },
} as const satisfies Record<string, RefusalText>;
