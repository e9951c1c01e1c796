import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles, packageRoot } from "../../src/io/files.js";
import { build } from "./cli.js";

/** What the framework knows about a flag or an argument. */
export interface Word {
  readonly summary?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly options?: readonly string[];
  readonly default?: unknown;
  readonly type?: string;
  readonly multiple?: boolean;
}

/** A compiled command class, as far as its surface goes. */
export interface CommandClass {
  readonly args?: Readonly<Record<string, Word>>;
  readonly flags?: Readonly<Record<string, Word>>;
  readonly baseFlags?: Readonly<Record<string, Word>>;
  readonly enableJsonFlag?: boolean;
}

/** Every compiled command by what a user types: `settle month`. */
export async function compiledCommands(): Promise<ReadonlyMap<string, CommandClass>> {
  build();
  const folder = join(packageRoot(), "dist/commands");
  const files = (await listFiles(folder)).filter((file) => file.endsWith(".js"));
  const commands = files.map(async (file) => {
    const url = pathToFileURL(join(folder, file)).href;
    const module = (await import(/* @vite-ignore */ url)) as { default: CommandClass };
    return [file.replace(/\.js$/, "").replaceAll("/", " "), module.default] as const;
  });
  return new Map(await Promise.all(commands));
}

/** The names of every flag that a command takes, those of all commands included. */
export function flagsOf({ flags, baseFlags, enableJsonFlag }: CommandClass): readonly string[] {
  const names = [...Object.keys(flags ?? {}), ...Object.keys(baseFlags ?? {}), "help"];
  return enableJsonFlag === true ? [...names, "json"] : names;
}
