import { Refusal } from "../domain/refusal.js";
import { commandLineTexts } from "../text/commands.js";
import { type Lang, tell, type Values } from "../text/tell.js";

/** What the framework knows about a command line that it could not read. */
interface ParseFailure extends Error {
  readonly flags?: readonly string[];
  readonly args?: readonly (string | { readonly name: string })[];
}

const KNOWN = new Set([
  "NonExistentFlagsError",
  "UnexpectedArgsError",
  "RequiredArgsError",
  "FailedFlagValidationError",
  "FlagInvalidOptionError",
  "ArgInvalidOptionError",
  "CLIParseError",
  "InvalidArgsSpecError",
  "ViolatedFlagConstraintError",
]);

/** What the framework tells with an error of no kind of its own. */
const TOLD_IN_TEXT =
  /^(Parsing --|Expected an? \w+ |Flag --\S+ (expects|can only be specified once))/;

/** Whether an error of the framework says that the command line is wrong. */
export function isCommandLineError(error: Error): boolean {
  return KNOWN.has(error.constructor.name) || TOLD_IN_TEXT.test(error.message);
}

/** The same as a refusal of ours, in our languages. */
export function commandLineRefusal(error: ParseFailure, command: string, lang: Lang): Refusal {
  return new Refusal("command-wrong", { found: wordsOf(error, lang), command });
}

function wordsOf(error: ParseFailure, lang: Lang): string {
  const say = (key: keyof typeof commandLineTexts, values: Values): string =>
    tell(commandLineTexts[key], lang, values);
  const names = (error.args ?? []).map((one) => (typeof one === "string" ? one : one.name));
  const message = error.message.replace(/\n*See more help with --help\s*/, "").trim();
  switch (error.constructor.name) {
    case "NonExistentFlagsError":
      return say("unknownFlag", { found: (error.flags ?? []).join(", ") });
    case "UnexpectedArgsError":
      return say("unexpectedArgument", { found: names.join(", ") });
    case "RequiredArgsError":
      return say("missingArgument", { found: names.join(", ") });
    default:
      return byMessage(message, say);
  }
}

/** Failures that the framework tells only in English text. */
function byMessage(
  message: string,
  say: (key: keyof typeof commandLineTexts, values: Values) => string,
): string {
  const missing = [...message.matchAll(/Missing required flag (\S+)/g)].map((one) => `--${one[1]}`);
  if (missing.length > 0) return say("missingFlag", { found: missing.join(", ") });
  const option = /Expected (--\S+?)=(.*) to be one of: (.*)/s.exec(message);
  if (option !== null)
    return say("badValue", { found: option[1] ?? "", expected: option[3] ?? "" });
  const number = /^(?:Parsing (--\S+)\s+)?Expected an? \w+ .*received: (.*)$/s.exec(message);
  if (number !== null) return say("badText", { found: number[1] ?? "#", value: number[2] ?? "" });
  const parsed = /^Parsing (--\S+)\s*(.*)$/s.exec(message);
  if (parsed !== null) return say("badText", { found: parsed[1] ?? "", value: parsed[2] || "“”" });
  const twice = /^Flag (--\S+) can only be specified once/.exec(message);
  if (twice !== null) return say("repeatedFlag", { found: twice[1] ?? "" });
  const empty = /Flag (--\S+) expects a value/.exec(message);
  if (empty !== null) return say("badValue", { found: empty[1] ?? "", expected: "…" });
  return say("other", { found: message });
}
