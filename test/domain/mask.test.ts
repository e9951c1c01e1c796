import { describe, expect, test } from "vitest";
import { maskName, maskNumber } from "../../src/domain/mask.js";

describe("what is shown of personal data", () => {
  test.each([
    ["王小明", "王**"],
    ["王", "王"],
    ["米热古丽·吐尔逊", "米*******"],
    ["𬭎国", "𬭎*"], // a character outside the basic plane is one character
    ["", ""],
  ])("the name %s as %s", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  test.each([
    ["15992119810130407X", "159921**********7X"],
    ["1599210000000001", "159921********01"],
    ["123456789", "123456*89"],
    ["12345678", "********"], // too short to leave anything
    ["123", "***"],
    ["", ""],
  ])("the number %s as %s", (number, shown) => {
    expect(maskNumber(number)).toBe(shown);
    expect(maskNumber(number)).toHaveLength(number.length);
  });
});
