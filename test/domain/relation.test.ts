import { describe, expect, test } from "vitest";
import { HEADS, isAncestor, isDescendant, sexOfRelation } from "../../src/domain/relation.js";

// GB/T 4761 as standards.md 4.6 has it.
describe("a relation to the head", () => {
  test.each<[string, string, string | undefined, boolean, boolean]>([
    ["02", "户主", undefined, false, false],
    ["01", "本人", undefined, false, false],
    ["10", "配偶", undefined, false, false],
    ["11", "夫", "1", false, false],
    ["12", "妻", "2", false, false],
    ["20", "子", "1", true, false],
    ["28", "女婿", "1", true, false],
    ["30", "女", "2", true, false],
    ["38", "儿媳", "2", true, false],
    ["40", "孙辈", undefined, true, false],
    ["41", "孙子", "1", true, false],
    ["44", "外孙女", "2", true, false],
    ["50", "父母", undefined, false, true],
    ["54", "婆婆", "2", false, true],
    ["61", "祖父", "1", false, true],
    ["72", "嫂", "2", false, false],
    ["78", "妹夫", "1", false, false],
    ["97", "其他亲属", undefined, false, false],
    ["", "没有写", undefined, false, false],
  ])("%s %s: sex %s, descendant %s, ancestor %s", (code, _, sex, descendant, ancestor) => {
    expect(sexOfRelation(code)).toBe(sex);
    expect([isDescendant(code), isAncestor(code)]).toEqual([descendant, ancestor]);
  });

  test("the head is 02; 01 where nobody is 02", () => {
    expect(HEADS).toEqual(["02", "01"]);
  });
});
