import type { Lang } from "../text/tell.js";

/** The language of the screen: `--lang`, else the locale, else Chinese. */
export function screenLang(): Lang {
  const { argv, env } = process;
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const flag = at === -1 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  if (flag === "zh" || flag === "en") return flag;
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.startsWith("en") ? "en" : "zh";
}
