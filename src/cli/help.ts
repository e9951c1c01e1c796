import { CommandHelp, Help, type Interfaces } from "@oclif/core";
import { type CommandId, commandTexts, helpTexts } from "../text/commands.js";
import { tell } from "../text/tell.js";
import { screenLang } from "./lang.js";

/** The frame of the help in the language of the screen. */
function worded(text: string): string {
  const found = helpTexts[text];
  return found === undefined ? text : tell(found, screenLang());
}

class HouseCommandHelp extends CommandHelp {
  override section(header: string, body: Parameters<CommandHelp["section"]>[1]): string {
    return super.section(worded(header), body).replaceAll("(required)", worded("(required)"));
  }
}

/** The framework's help, in our languages. */
export default class HouseHelp extends Help {
  protected override CommandHelpClass = HouseCommandHelp;

  override section(header: string, body: Parameters<Help["section"]>[1]): string {
    return super.section(worded(header), body).replaceAll("[COMMAND]", worded("[COMMAND]"));
  }

  protected override formatTopics(topics: Interfaces.Topic[]): string {
    return super.formatTopics(topics.map(inOurWords));
  }

  protected override formatTopic(topic: Interfaces.Topic): string {
    return super.formatTopic(inOurWords(topic));
  }
}

function inOurWords(topic: Interfaces.Topic): Interfaces.Topic {
  if (!Object.hasOwn(commandTexts, topic.name)) return topic;
  return { ...topic, description: tell(commandTexts[topic.name as CommandId], screenLang()) };
}
