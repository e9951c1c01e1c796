import { CommandHelp, Help, type Interfaces } from "@oclif/core";
import { type CommandId, commandTexts, helpTexts } from "../text/commands.js";
import { tell } from "../text/tell.js";
import { screenLang } from "./lang.js";

/** The frame of the help in the language of the screen. */
function worded(text: string): string {
  const found = helpTexts[text];
  return found === undefined ? text : tell(found, screenLang());
}

/** The words that the framework puts inside a section. */
const INSIDE = [
  "(required)",
  "[COMMAND]",
  " COMMAND\n",
  "<value>",
  "<option>",
  "<options:",
  "[default:",
];

function inOurFrame(section: string): string {
  return INSIDE.reduce(
    (text, word) => text.replaceAll(word, worded(word)),
    `${section}\n`,
  ).trimEnd();
}

class HouseCommandHelp extends CommandHelp {
  override section(header: string, body: Parameters<CommandHelp["section"]>[1]): string {
    return inOurFrame(super.section(worded(header), body));
  }
}

/** The framework's help, in our languages. */
export default class HouseHelp extends Help {
  protected override CommandHelpClass = HouseCommandHelp;

  override section(header: string, body: Parameters<Help["section"]>[1]): string {
    return inOurFrame(super.section(worded(header), body));
  }

  override formatRoot(): string {
    const heading = /^(VERSION|USAGE|DESCRIPTION)$/gm;
    const root = super.formatRoot().replace(heading, (word) => worded(word));
    return inOurFrame(root.replace(this.config.pjson["description"] ?? "", aboutTheHouse()));
  }

  protected override formatTopics(topics: Interfaces.Topic[]): string {
    return super.formatTopics(topics.map(inOurWords));
  }

  protected override formatTopic(topic: Interfaces.Topic): string {
    return super.formatTopic(inOurWords(topic));
  }
}

function aboutTheHouse(): string {
  return tell(commandTexts[""], screenLang());
}

function inOurWords(topic: Interfaces.Topic): Interfaces.Topic {
  if (!Object.hasOwn(commandTexts, topic.name)) return topic;
  return { ...topic, description: tell(commandTexts[topic.name as CommandId], screenLang()) };
}
