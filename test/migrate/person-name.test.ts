import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeName, readName } from "../../src/migrate/person-name.js";
import { holds } from "../seeded.js";

describe("a name in one spelling", () => {
  test.each([
    ["王　小　明", "王小明"], // ideographic spaces
    [" 王 小明\t", "王小明"],
    ["王\u00a0明\u200b", "王明"],
    ["阿依古丽•买买提", "阿依古丽·买买提"], // U+2022
    ["阿依古丽‧买买提", "阿依古丽·买买提"], // U+2027
    ["阿依古丽・买买提", "阿依古丽·买买提"], // U+30FB
    ["阿依古丽．买买提", "阿依古丽·买买提"], // U+FF0E
    ["阿依古丽･买买提", "阿依古丽·买买提"], // U+FF65
    ["阿依古丽∙买买提", "阿依古丽·买买提"], // U+2219
    ["阿依古丽.买买提", "阿依古丽·买买提"], // a full stop
    ["阿依古丽 · 买买提", "阿依古丽·买买提"],
    ["阿卜杜拉·阿卜杜热合曼·麦麦提", "阿卜杜拉·阿卜杜热合曼·麦麦提"],
    ["𬭎国", "𬭎国"],
    ["〇一", "〇一"],
    ["䶮", "䶮"],
    ["JOHN  SMITH", "JOHN SMITH"], // a foreigner's
    ["ＪＯＨＮ　ＳＭＩＴＨ", "JOHN SMITH"],
    ["O'Brien, J.-P.", "O'Brien, J.-P."],
    ["无", ""],
    ["null", ""],
    ["", ""],
  ])("%j is %j", (raw, name) => {
    expect(readName(raw)).toBe(name);
  });

  test("read again is the same, and so is what judging leaves", () => {
    const anyCell = fc.string({ unit: fc.constantFrom(..."王小明买·•. 　Ａb?(已故)先生之子1") });
    holds(
      fc.property(anyCell, (raw) => {
        expect(readName(readName(raw))).toBe(readName(raw));
        const { name, code } = judgeName(raw);
        if (code === undefined || code === "name-title-removed") {
          expect(judgeName(name)).toEqual({ name });
        }
      }),
    );
  });
});

describe("a name is", () => {
  test.each<[string, string, string | undefined]>([
    ["王明", "王明", undefined],
    ["欧阳娜娜", "欧阳娜娜", undefined],
    ["阿依古丽·买买提", "阿依古丽·买买提", undefined],
    ["John Smith", "John Smith", undefined],
    ["ДМИТРИЙ", "ДМИТРИЙ", undefined],
    ["王先", "王先", undefined],
    ["李之", "李之", undefined],
    ["王之子", "王之子", undefined], // three characters can be a name
    ["马武?", "马武?", "name-question-mark"],
    ["马？", "马？", "name-question-mark"],
    ["马□", "马□", "name-question-mark"],
    ["王(方方土)", "王(方方土)", "name-description"],
    ["李【改】", "李【改】", "name-description"],
    ["张伟（大）", "张伟（大）", "name-description"],
    ["张三之子", "张三之子", "name-description"],
    ["李四女婴", "李四女婴", "name-description"],
    ["未取名", "未取名", "name-description"],
    ["已故张三", "已故张三", "name-deceased"],
    ["张三(亡)", "张三(亡)", "name-deceased"],
    ["张三（已故）", "张三（已故）", "name-deceased"],
    ["张三已故", "张三已故", "name-deceased"],
    ["张三1", "张三1", "name-unreadable"],
    ["张三２", "张三２", "name-unreadable"],
    ["赵#", "赵#", "name-unreadable"],
    ["张*", "张*", "name-unreadable"],
    ["张三A", "张三A", "name-unreadable"],
    ["阿依古丽·", "阿依古丽·", "name-unreadable"], // cut at the dot
    ["王", "王", "name-length"],
    ["J", "J", "name-length"],
    ["王".repeat(21), "王".repeat(21), "name-length"],
    ["张三丰先生", "张三丰", "name-title-removed"],
    ["李红 女士", "李红", "name-title-removed"],
    ["王先生", "王先生", undefined], // what would be left is no name
  ])("%s: %s, %s", (raw, name, code) => {
    expect(judgeName(raw)).toEqual(code === undefined ? { name } : { name, code });
  });

  test("damaged bytes are told elsewhere, and are no fault of the name", () => {
    expect(judgeName("王\ue000").code).toBeUndefined();
    expect(judgeName("王\ufffd").code).toBeUndefined();
    expect(judgeName("\ufffd").code).toBeUndefined();
  });
});
