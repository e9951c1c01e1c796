import { describe, expect, test } from "vitest";
import { type Candidate, chooseLayout } from "../../src/inspect/choose-layout.js";

describe("the layout of a file", () => {
  // Candidates as `name header|whole|part sound evidence`; what is chosen.
  test.each([
    ["a header 1 3; b part 0 0", "a by header"],
    ["a header 0.1 0; b whole 1 5", "a by header"], // the header settles it
    ["a header 1 3; b header 0.2 1", "a by values"], // two have the same header
    ["a header 1 3; b header 1 3", "several: a b"],
    ["a whole 1 3; b whole 0.9 2", "a by values, b too"],
    ["a whole 1 3; b whole 0.9 3", "several: a b"],
    ["a whole 0.3 3; b whole 0.9 2", "b by values"], // most rows of a would be set aside
    ["a whole 1 0", "none: a"], // text, which every layout reads
    ["a part 0 0; b part 0 0", "none: a b"],
    ["", "none:"],
  ])("%s: %s", (given, expected) => {
    const candidates = given
      .split("; ")
      .filter((one) => one !== "")
      .map(candidateOf);
    expect(told(chooseLayout(candidates))).toBe(expected);
  });
});

function candidateOf(text: string): Candidate {
  const [layout = "", fit, sound, evidence] = text.split(" ");
  const isNamed = fit === "header";
  const isWhole = fit !== "part";
  const found = isWhole ? 10 : 6;
  return { layout, isNamed, isWhole, found, expected: 10, ...numbers(sound, evidence) };
}

function numbers(sound = "0", evidence = "0") {
  return { sound: Number(sound), evidence: Number(evidence) };
}

function told(choice: ReturnType<typeof chooseLayout>): string {
  if (choice.kind === "open") {
    return `${choice.why}: ${choice.nearest.map((one) => one.layout).join(" ")}`.trim();
  }
  const rivals = choice.rivals.map((one) => `, ${one} too`).join("");
  return `${choice.layout} by ${choice.by}${rivals}`;
}
