import { describe, expect, test } from "vitest";
import { differencesFrom } from "../../src/match/against-known.js";

const number = "15992119900101001X";
const another = "159921199001010036";

// Certificate number, birth date and sex of the record and of the row; then what differs.
describe("differencesFrom", () => {
  test.each<[string, string, readonly string[]]>([
    [`${number} 1990-01-01 1`, `${number} 1990-01-01 1`, []],
    [`${number} 1990-01-01 1`, " 1990-01-01 1", []], // the row leaves the number open
    [" 1990-01-01 1", ` 1990-01-01 9`, []], // and here the sex
    [" 1990-01-01 1", `${number} 1990-01-01 1`, [`certno:  → ${number}`]],
    [`${number} 1990-01-01 1`, `${another} 1990-01-01 1`, [`certno: ${number} → ${another}`]],
    [" 1990-01-01 1", " 1990-01-02 2", ["brdy: 1990-01-01 → 1990-01-02", "gend: 1 → 2"]],
    [" 1990-01-01 9", " 1990-01-01 2", ["gend: 9 → 2"]],
  ])("%s, then %s", (record, row, expected) => {
    const found = differencesFrom(facts(record), facts(row));
    expect(found.map((one) => `${one.field}: ${one.expected} → ${one.found}`)).toEqual(expected);
  });
});

function facts(text: string) {
  const [certno = "", brdy = "", gend = ""] = text.split(" ");
  return { certno, brdy, gend };
}
