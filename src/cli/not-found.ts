import type { Hook } from "@oclif/core";
import { Refusal } from "../domain/refusal.js";
import { commandLineTexts, screenTexts } from "../text/commands.js";
import { tell } from "../text/tell.js";
import { screenLang } from "./lang.js";

/** A command that does not exist is told in our words, and refused like any other. */
const notFound: Hook.CommandNotFound = async ({ id, context }) => {
  const lang = screenLang();
  const found = tell(commandLineTexts.unknownCommand, lang, { found: id.replaceAll(":", " ") });
  const refusal = new Refusal("command-wrong", { found, command: "" });
  const step = refusal.nextStep(lang).replace("  ", " ");
  process.stderr.write(`${tell(screenTexts.refused, lang, { reason: refusal.reason(lang) })}\n`);
  process.stderr.write(`${tell(screenTexts.nextStep, lang, { step })}\n`);
  context.exit(2);
};

export default notFound;
