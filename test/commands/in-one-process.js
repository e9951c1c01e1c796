// Runs several command lines of the compiled program in one process, because starting one costs
// more than running most. The language is a word of this script's own command line, as for any
// command.
//
//   node in-one-process.js --lang en '[["init","--help"],["demo","--help"]]'  →  JSON, a text each
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, settings } from "@oclif/core";

const root = join(fileURLToPath(import.meta.url), "../../..");
const lines = JSON.parse(process.argv.at(-1) ?? "[]");
const write = process.stdout.write.bind(process.stdout);
const texts = [];

settings.enableAutoTranspile = false;
for (const words of lines) {
  let text = "";
  process.stdout.write = (piece) => {
    text += piece;
    return true;
  };
  await run(words, root).catch((error) => {
    if (error.oclif?.exit !== 0) text += String(error);
  });
  texts.push(text);
}
process.stdout.write = write;
process.stdout.write(JSON.stringify(texts));
