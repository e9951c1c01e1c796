import type { Text } from "./tell.js";

/** Relations to the head of the household by the first digit of GB/T 4761, some by their code. */
export const relationTexts: Readonly<Record<string, Text>> = {
  "01": { zh: "本人", en: "self" },
  "02": { zh: "户主", en: "head" },
  "11": { zh: "夫", en: "husband" },
  "12": { zh: "妻", en: "wife" },
  "28": { zh: "女婿", en: "son-in-law" },
  "38": { zh: "儿媳", en: "daughter-in-law" },
  "1": { zh: "配偶", en: "spouse" },
  "2": { zh: "子", en: "son" },
  "3": { zh: "女", en: "daughter" },
  "4": { zh: "孙辈", en: "grandchild" },
  "5": { zh: "父母辈", en: "parent" },
  "6": { zh: "祖父母辈", en: "grandparent" },
  "7": { zh: "兄弟姐妹", en: "sibling" },
  "8": { zh: "其他亲属", en: "other relative" },
  "9": { zh: "非亲属", en: "no relative" },
};
