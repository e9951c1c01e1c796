import type { RefusalText } from "./refusal-text.js";

/** Why a file of tables is not read. */
export const fileRefusals = {
  "file-damaged": {
    zh: "{found} 已损坏,或者不是它看来的那种文件:{reason}",
    en: "{found} is damaged, or not what it seems to be: {reason}",
    next: {
      zh: "用原来的程序打开并重新导出;打不开时请报送单位重报",
      en: "open it in the program that it came from and export it again, or ask the sender",
    },
  },
  "format-differs": {
    zh: "{found} 看来是 {kind},映射文件写的是 {expected}",
    en: "{found} looks like {kind}, the mapping says {expected}",
    next: {
      zh: "改正映射文件的 format,或用 Excel 等另存为映射所写的格式",
      en: "mend format: in the mapping, or save the file in the format that it says",
    },
  },
  "entry-missing": {
    zh: "{found} 中没有 {entry};其中有:{expected}",
    en: "{found} does not hold {entry}; it holds: {expected}",
    next: {
      zh: "用 entry 写明压缩包中的文件名,与上面所列一致",
      en: "name the file in the archive as it stands above, with entry:",
    },
  },
  "entry-unsaid": {
    zh: "{found} 中有 {count} 个文件,没有说明要哪一个:{expected}",
    en: "{found} holds {count} files, and none was named: {expected}",
    next: {
      zh: "查看时加 --entry 文件名;清单中在该文件下写 entry: 文件名",
      en: "say --entry NAME to inspect one; in a manifest write entry: NAME under the file",
    },
  },
  "sheet-missing": {
    zh: "{found} 中没有名为 {sheet} 的工作表;现有:{expected}",
    en: "{found} has no sheet named {sheet}; it has: {expected}",
    next: {
      zh: "改正映射文件 format 中的 sheet,或删去它(读第一个有内容的工作表)",
      en: "mend sheet: under format: in the mapping, or leave it out to read the first filled one",
    },
  },
} as const satisfies Record<string, RefusalText>;
