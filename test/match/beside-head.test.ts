import { describe, expect, test } from "vitest";
import { isNumberOfHead, isOddAge } from "../../src/match/beside-head.js";

const number = "15992119900101001X"; // of a man born on 1990-01-01
const head = { brdy: "1990-01-01", gend: "1" };

describe("a number on the rows of the head and of a member", () => {
  test.each<[string, { brdy: string; gend: string; headRelation: string }, boolean]>([
    ["a son of another day", { brdy: "2012-01-01", gend: "1", headRelation: "20" }, true],
    ["a son without a birth date", { brdy: "1990-01-01", gend: "1", headRelation: "20" }, true],
    ["a wife", { brdy: "1990-01-01", gend: "2", headRelation: "12" }, true],
    ["a brother of another day", { brdy: "1992-01-01", gend: "1", headRelation: "73" }, true],
    ["a brother of the same day", { brdy: "1990-01-01", gend: "1", headRelation: "73" }, false],
    ["a spouse of unknown sex", { brdy: "1990-01-01", gend: "9", headRelation: "10" }, false],
  ])("%s", (_, member, isHeads) => {
    expect(isNumberOfHead(number, head, member)).toBe(isHeads);
  });

  test("is not the head's when it contradicts the head", () => {
    const son = { brdy: "2012-01-01", gend: "1", headRelation: "20" };
    expect(isNumberOfHead(number, { brdy: "1991-01-01", gend: "1" }, son)).toBe(false);
    expect(isNumberOfHead(number, { brdy: "1990-01-01", gend: "2" }, son)).toBe(false);
    expect(isNumberOfHead(number, { brdy: "1990-01-01", gend: "9" }, son)).toBe(true);
  });
});

describe("an age beside the head", () => {
  test.each([
    ["20", "1980-01-01", true],
    ["20", "2012-01-01", false],
    ["51", "1995-01-01", true],
    ["51", "1960-01-01", false],
    ["12", "1980-01-01", false],
    ["71", "1995-01-01", false],
  ])("%s born on %s is odd: %s", (headRelation, brdy, isOdd) => {
    expect(isOddAge(head, { headRelation, brdy })).toBe(isOdd);
  });
});
