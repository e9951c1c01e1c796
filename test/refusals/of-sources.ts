import { load, person, type RefusalRow } from "./refusal-row.js";

/** Refusals about files that nobody has vouched for. */
export const ofSources: readonly RefusalRow[] = [
  {
    code: "totals-unsigned",
    ask: (job) =>
      load(job, [person], (manifest) => manifest.replace("files:", "signed: false\nfiles:")),
    zh: "小交付 是草稿:控制数是从文件本身算出来的(signed: false),没有装载",
    zhNext: "按签字的纸质清单改写 rows、totals,把 signed 改为 true,再运行 liutong migrate run",
    en: "小交付 is a draft: its totals were computed from the files (signed: false)",
    enNext: "put in the figures of the signed paper, set signed: true, then liutong migrate run",
  },
];
