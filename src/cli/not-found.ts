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
  const { code, problems } = refusal;
  const message = refusal.reason(lang);
  const nextStep = refusal.nextStep(lang).replace("  ", " ");
  if (process.argv.includes("--json")) {
    const error = { code, message, nextStep, problems };
    process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`);
  } else {
    process.stderr.write(`${tell(screenTexts.refused, lang, { reason: message })}\n`);
    process.stderr.write(`${tell(screenTexts.nextStep, lang, { step: nextStep })}\n`);
  }
  context.exit(2);
};

export default notFound;
