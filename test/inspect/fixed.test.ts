import { describe, expect, test } from "vitest";
import { type GuessedColumns, guessColumns } from "../../src/inspect/fixed.js";
import { encode } from "../../src/io/gb18030.js";
import { bytesWide, madePeople } from "./made/people.js";

const people = madePeople(60);

/** Cuts as `1-10 11-18`, with what they were made by. */
function told(lines: readonly string[]): string {
  const bytes = lines.map((line) => encode(line).toString("latin1"));
  const found = guessColumns(bytes, true);
  if (found === undefined || found === "uncut") return String(found);
  return `${found.by}: ${found.ranges.map(shown).join(" ")}`;
}

function shown({ start, length }: GuessedColumns["ranges"][number]): string {
  return `${start + 1}-${start + length}`;
}

describe("the columns of fixed-width lines", () => {
  test("are cut at blanks that stand in all lines; numbers stand to the right", () => {
    const lines = people.map(
      ({ id, name, sex, amount }) =>
        bytesWide(id, 12) + bytesWide(name, 10) + bytesWide(sex, 4) + bytesWide(amount, 12, true),
    );
    expect(told(lines)).toBe("blanks: 1-12 13-22 23-24 25-38");
  });

  test("without blanks, are cut where digits meet Chinese text, and around ids and days", () => {
    const lines = people.map(
      ({ id, name, sex, certno, birth }) => id + certno + birth + bytesWide(name, 6) + sex,
    );
    expect(told(lines)).toBe("kinds: 1-10 11-28 29-36 37-44");
  });

  test("are those of the dashes that a database shell draws", () => {
    const lines = [
      "ID         NAME     SFZH",
      "---------- -------- ------------------",
      ...people.map(({ id, name, certno }) => `${id} ${bytesWide(name, 8)} ${certno}`),
    ];
    expect(told(lines)).toBe("ruler: 1-11 12-20 21-38");
  });

  test("a day and the time behind it are one", () => {
    const days = ["2017-01-02 08:30:00", "2016-11-30 23:59:59", "2016-10-10 00:00:00"];
    expect(told(days.map((day) => `${day} 1599210001`))).toBe("blanks: 1-20 21-30");
  });

  test("a number that is always full keeps the blanks before it out", () => {
    const lines = people.map(({ name, certno }) => bytesWide(name, 12) + certno);
    expect(told(lines)).toBe("blanks: 1-12 13-30");
  });

  // Lines, and what is told of them.
  test.each([
    ["one field a line", people.map((one) => one.certno), "undefined"],
    ["names of all lengths", people.map((one) => one.name), "undefined"],
    ["nothing", [], "undefined"],
    ["one line", ["1599210001  王珅    男"], "undefined"],
    ["no blank, no kind, no form", people.map(({ id }) => `A${id}`.repeat(4)), "uncut"],
  ])("%s: %s", (_, lines, expected) => {
    expect(told(lines)).toBe(expected);
  });

  test("blanks at the end may have been cut off", () => {
    const lines = people.map(({ id, name, amount }) =>
      `${bytesWide(id, 14)}${bytesWide(amount, 10, true)}  ${bytesWide(name, 12)}`.trimEnd(),
    );
    const found = guessColumns(
      lines.map((line) => encode(line).toString("latin1")),
      true,
    );
    expect(found).toMatchObject({ by: "blanks", isConstant: false });
  });
});
