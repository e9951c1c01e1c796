import fc from "fast-check";
import { expect, test } from "vitest";
import { Texts } from "../../src/match/texts.js";
import { holds } from "../seeded.js";

const word = fc.string({ unit: fc.constantFrom(..."ab王䶮·"), maxLength: 6 });

test("equal texts have one number, others have others, and every text comes back", () => {
  holds(
    fc.property(fc.array(word), (words) => {
      const texts = new Texts();
      const numbers = words.map((one) => texts.numberOf(one));
      expect(numbers.map((number) => texts.at(number))).toEqual(words);
      expect(new Set(numbers).size).toBe(new Set(words).size);
      expect(words.map((one) => texts.find(one))).toEqual(numbers);
      expect(texts.find("c")).toBe(0);
      expect([...texts].slice(1)).toEqual([...new Set(words)].filter((one) => one !== ""));
    }),
  );
});

test("another reader of the same memory finds and adds the same", () => {
  const texts = new Texts();
  for (let at = 0; at < 5000; at++) texts.numberOf(`number ${at}`);
  const other = Texts.of(texts.memory);
  expect(other.find("number 4321")).toBe(texts.find("number 4321"));
  expect(other.numberOf("one more")).toBe(5001);
});

test("a piece of a text is the text that it spells", () => {
  const [texts, pieces] = [new Texts(), new Texts()];
  const number = texts.numberOf("159921199001010019");
  expect(pieces.at(pieces.numberOfPiece(texts, number, 6, 14))).toBe("19900101");
  expect(pieces.numberOfPiece(texts, number, 14, 99)).toBe(pieces.numberOf("0019"));
  expect(pieces.numberOfPiece(texts, number, 18, 99)).toBe(0);
});
