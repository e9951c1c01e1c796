import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { closeBlockers } from "../../src/text/close.js";
import { commandTexts } from "../../src/text/commands.js";
import { refusalTexts } from "../../src/text/refusals.js";
import { summaryTexts } from "../../src/text/summary.js";
import { type CommandClass, compiledCommands, flagsOf, type Word } from "./compiled.js";

const commands = await compiledCommands();

/** What a user may say, committed: whoever changes it does so on purpose. */
const snapshot = new URL("surface.json", import.meta.url);

test("the surface of all commands is the committed one (LIUTONG_RENEW_SURFACE=1 renews it)", () => {
  const found = Object.fromEntries([...commands].map(([name, one]) => [name, surfaceOf(one)]));
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (process.env["LIUTONG_RENEW_SURFACE"] === "1") writeFileSync(snapshot, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(snapshot, "utf8")));
});

test("the program, every topic and every command have their text, and none is left over", () => {
  const names = [...commands.keys()].flatMap((name) => {
    const words = name.split(" ");
    return words.map((_, index) => words.slice(0, index + 1).join(":"));
  });
  expect(Object.keys(commandTexts).sort()).toEqual([...new Set(["", ...names])].sort());
});

/** Every `liutong …` in a text that tells the user what to type. */
const toldCommands = [
  ...Object.values(refusalTexts).flatMap(({ next }) => [next.zh, next.en]),
  ...Object.values(closeBlockers).flatMap(({ zh, en }) => [zh, en]),
  ...Object.values(summaryTexts).flatMap(({ zh, en }) => [zh, en]),
].flatMap((text) => text.match(/liutong [a-z][^;;\n]*/g) ?? []);

describe("what texts tell the user to type", () => {
  test("is told somewhere", () => {
    expect(toldCommands.length).toBeGreaterThan(25);
  });

  test.each([...new Set(toldCommands)])("%s", (told) => {
    const words = told.split(" ").slice(1);
    const taken = [2, 1].find((count) => commands.has(words.slice(0, count).join(" "))) ?? 0;
    const command = commands.get(words.slice(0, taken).join(" "));
    expect(command, "the command exists").toBeDefined();
    const flags = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2));
    expect(flagsOf(command ?? {})).toEqual(expect.arrayContaining(flags));
    const rest = words.slice(taken);
    const needed = Object.values(command?.args ?? {}).filter((one) => one.required === true);
    if (needed.length > 0 && rest.length > 0) expect(rest[0]).not.toMatch(/^--/);
  });
});

function surfaceOf({ args, flags, baseFlags, enableJsonFlag }: CommandClass): unknown {
  return {
    args: described(args),
    flags: described({ ...baseFlags, ...flags }),
    hasJson: enableJsonFlag === true,
  };
}

function described(words: Readonly<Record<string, Word>> = {}): unknown {
  const entries = Object.entries(words).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, word]) => {
      const { required = false, options, type = "option", multiple = false } = word;
      return [name, { type, required, multiple, options, default: word.default }];
    }),
  );
}
