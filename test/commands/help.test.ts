import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { screenLang } from "../../src/cli/lang.js";
import { type CommandId, commandTexts } from "../../src/text/commands.js";
import { flagTexts } from "../../src/text/flags.js";
import { type Lang, tell } from "../../src/text/tell.js";
import { compiledCommands, flagsOf } from "./compiled.js";

const commands = await compiledCommands();
const topics = new Set([...commands.keys()].filter((name) => name.includes(" ")).map(firstWord));
const asked = ["", ...topics, ...commands.keys()];

describe.each(["zh", "en"] as const)("help in %s", (lang) => {
  const helps = helpsIn(lang);

  test.each(asked)("liutong %s --help", (name) => {
    const help = helps.get(name) ?? "";
    if (name !== "") expect(help).toContain(commandTexts[idOf(name)][lang]);
    for (const flag of flagsOf(commands.get(name) ?? {})) {
      if (flag !== "help" && commands.has(name)) expect(help).toContain(`--${flag}`);
    }
    expect(help.split("\n").length).toBeGreaterThan(5);
  });

  test.each(asked)("of liutong %s has no word of the framework in another language", (name) => {
    const ours = ["JSON", ...Object.keys(commands.get(name)?.args ?? {})];
    const help = without(helps.get(name) ?? "", ours);
    if (lang === "en") expect(withoutExamples(help)).not.toMatch(/[一-鿿]/);
    else expect(help).not.toMatch(/[A-Z]{4}|\(required\)|<(value|option)|\[default|COMMAND/);
  });
});

test("every flag text is the text of a flag or an argument", () => {
  const words = [...commands.values()].flatMap((one) => {
    return Object.values({ ...one.flags, ...one.baseFlags, ...one.args });
  });
  const told = new Set(words.map(({ summary, description }) => summary ?? description));
  const unused = Object.entries(flagTexts).filter(
    ([, text]) => !told.has(tell(text, screenLang())),
  );
  expect(unused.map(([name]) => name)).toEqual([]);
});

/** All helps of one language, by what was asked. */
function helpsIn(lang: Lang): ReadonlyMap<string, string> {
  const script = fileURLToPath(new URL("in-one-process.js", import.meta.url));
  const lines = asked.map((name) => [...name.split(" ").filter((word) => word !== ""), "--help"]);
  const words = [script, "--lang", lang, JSON.stringify(lines)];
  const env = { ...process.env, COLUMNS: "100" };
  const texts = JSON.parse(execFileSync(process.execPath, words, { env }).toString()) as string[];
  return new Map(asked.map((name, index) => [name, texts[index] ?? ""]));
}

function idOf(name: string): CommandId {
  return name.replaceAll(" ", ":") as CommandId;
}

function firstWord(name: string): string {
  return name.split(" ")[0] ?? "";
}

/** The text without the words that are the same in every language: names of arguments. */
function without(help: string, words: readonly string[]): string {
  return words.reduce((text, word) => text.replaceAll(word.toUpperCase(), ""), help);
}

/** Names in examples are Chinese in every language. */
function withoutExamples(help: string): string {
  return help.replace(/EXAMPLES[\s\S]*/, "");
}
