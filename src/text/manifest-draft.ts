import type { Text } from "./tell.js";

/** The words of a drafted manifest (`delivery.yaml`). */
export const manifestTexts = {
  head: {
    zh: "由 liutong source manifest 起草,须由人核对后才能使用。",
    en: "Drafted by liutong source manifest; a person has to check it before it is used.",
  },
  computed: {
    zh: "rows 和 totals 是从文件本身算出来的:只能证明文件前后一致,不能证明报送齐全。",
    en: "rows and totals were computed from the files themselves: they prove no file complete.",
  },
  sign: {
    zh: "请按签字的纸质清单逐项改写,再把 signed 改为 true。在此之前可以 migrate check,不能 migrate run。",
    en:
      "Replace them by the figures on the signed paper, then set signed: true. Until then " +
      "migrate check works and migrate run does not.",
  },
  title: { zh: "{folder} {month} 交付(草稿)", en: "{folder}, delivery of {month} (draft)" },
  byHeader: { zh: "表头与映射相同", en: "its header is the one of the layout" },
  byValues: {
    zh: "没有可据的表头,按内容选定,请核对",
    en: "no header settles it: chosen by its values, check it",
  },
  rivals: { zh: ";也读得通的映射:{layouts}", en: "; these would read it too: {layouts}" },
  given: {
    zh: "待填(文件里没有,由清单给出):{constants}",
    en: "to be filled in, for the file does not say it: {constants}",
  },
  open: {
    zh: "没有归入的文件(没有猜测;选定映射后自行加入 files):",
    en: "Files that were not assigned (nothing is guessed; add them to files by hand):",
  },
  openNone: { zh: "{file}:没有合适的映射", en: "{file}: no layout fits" },
  openSeveral: { zh: "{file}:几个映射同样合适", en: "{file}: several layouts fit alike" },
  openUnread: { zh: "{file}:读不了({reason})", en: "{file}: cannot be read ({reason})" },
  nearest: {
    zh: "最接近的:{layout}({found} 列相符,映射 {expected} 列)",
    en: "nearest: {layout} ({found} columns agree, the layout has {expected})",
  },
  twice: {
    zh: "内容完全相同的文件,只列第一个:",
    en: "Files of the same content, of which only the first is listed:",
  },
  same: { zh: "{file} = {other}", en: "{file} = {other}" },
  layouts: {
    zh: "没有参与的映射(文件有错,见 liutong migrate check):{layouts}",
    en: "Layouts that took no part, because they are wrong: {layouts}",
  },
} as const satisfies Record<string, Text>;

/** The lines of the command on the screen. */
export const manifestLines = {
  written: {
    zh: "清单草稿已写入 {path}:归入 {assigned} 个文件,没有归入 {open} 个,重复 {twice} 个",
    en: "draft in {path}: {assigned} files assigned, {open} not, {twice} of the same content",
  },
  file: { zh: "文件", en: "file" },
  layout: { zh: "映射", en: "layout" },
  rows: { zh: "行数", en: "rows" },
  by: { zh: "依据", en: "by" },
  header: { zh: "表头", en: "header" },
  values: { zh: "内容", en: "values" },
  unsigned: {
    zh: "清单是草稿(signed: false):控制数由文件自己算出,没有与签字的纸质清单核对",
    en: "The manifest is a draft (signed: false): its totals were not held against signed paper",
  },
  next: {
    zh: "下一步:按签字的纸质清单改写 rows、totals,把 signed 改为 true;演练:liutong migrate check {folder}",
    en:
      "next: put in the figures of the signed paper and set signed: true; rehearse: " +
      "liutong migrate check {folder}",
  },
} as const satisfies Record<string, Text>;
