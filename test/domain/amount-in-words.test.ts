import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountInWords } from "../../src/domain/amount-in-words.js";
import { fromFen, negate, yuan } from "../../src/domain/money.js";

describe("amountInWords", () => {
  test.each([
    ["0.00", "零元整"],
    ["0.05", "伍分"],
    ["0.50", "伍角整"],
    ["0.55", "伍角伍分"],
    ["1.00", "壹元整"],
    ["1.05", "壹元零伍分"],
    ["10.00", "壹拾元整"],
    ["15.00", "壹拾伍元整"],
    ["100.10", "壹佰元壹角整"],
    ["123.45", "壹佰贰拾叁元肆角伍分"],
    ["325.04", "叁佰贰拾伍元零肆分"], // an example of the rules for bills
    ["1004.00", "壹仟零肆元整"], // two zeros between figures are one 零
    ["1030.20", "壹仟零叁拾元贰角整"],
    ["1409.50", "壹仟肆佰零玖元伍角整"],
    ["16409.02", "壹万陆仟肆佰零玖元零贰分"], // an example of the rules for bills
    ["100000.00", "壹拾万元整"],
    ["100500.00", "壹拾万零伍佰元整"],
    ["107000.53", "壹拾万柒仟元伍角叁分"],
    ["1000000.00", "壹佰万元整"],
    ["10000001.00", "壹仟万零壹元整"],
    ["100000000.00", "壹亿元整"],
    ["100010000.00", "壹亿零壹万元整"],
    ["2030045006.07", "贰拾亿叁仟零肆万伍仟零陆元零柒分"],
    ["1000000000000.00", "壹万亿元整"],
    ["-12.30", "负壹拾贰元叁角整"],
    ["-0.01", "负壹分"],
  ])("%s is %s", (amount, words) => {
    expect(amountInWords(yuan(amount))).toBe(words);
  });

  test("the words read back are the amount, for any amount that the house can hold", () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.maxSafeInteger().filter((fen) => fen >= 0),
    );
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(fenOf(amountInWords(fromFen(fen)))).toBe(fen);
        if (fen > 0) expect(amountInWords(negate(fromFen(fen)))[0]).toBe("负");
      }),
      { seed: 20170101, numRuns: 10_000 },
    );
  });
});

const UNITS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Reads the words back character by character, as one would aloud. */
function fenOf(words: string): number {
  const [before, after] = words.includes("元") ? words.split("元") : ["", words];
  const jiao = /(.)角/.exec(after ?? "")?.[1] ?? "零";
  const fen = /(.)分/.exec(after ?? "")?.[1] ?? "零";
  return wholeOf(before ?? "") * 100 + figureOf(jiao) * 10 + figureOf(fen);
}

function wholeOf(words: string): number {
  let [total, group, figure] = [0, 0, 0];
  for (const character of words) {
    if (UNITS[character] !== undefined) {
      group += figure * UNITS[character];
      figure = 0;
    } else if (character === "万") {
      [total, group, figure] = [total + (group + figure) * (GROUPS[character] ?? 0), 0, 0];
    } else if (character === "亿") {
      [total, group, figure] = [(total + group + figure) * (GROUPS[character] ?? 0), 0, 0];
    } else {
      figure = figureOf(character);
    }
  }
  return total + group + figure;
}

function figureOf(character: string): number {
  return "零壹贰叁肆伍陆柒捌玖".indexOf(character);
}
