import type { ProblemCode } from "../text/problems.js";
import { halfWidth, readText } from "./plain-text.js";

/** A name as it is compared and stored, and what keeps it from being one, or was taken off it. */
export interface JudgedName {
  readonly name: string;
  readonly code?: ProblemCode;
}

/** Every dot that is typed between the parts of a name such as 阿依古丽·买买提. */
const DOT = "[\\u2022\\u2027\\u2219\\u22c5\\u2024\\u2e33\\u30fb\\uff0e\\uff65\\u0387\\u02d9]";
const FULL_STOP = "(?<=\\p{Script=Han})\\.(?=\\p{Script=Han})";
const DOTS = new RegExp(`${DOT}|${FULL_STOP}`, "gu");
const HAN = /\p{Script=Han}/u;
const SPACES = /[\s\u3000\u200b-\u200f\u2060\ufeff]+/g;

/**
 * A person's name in one spelling: no spaces inside a Chinese name, single ones inside another, and
 * one dot (U+00B7) in names such as 阿依古丽·买买提, whichever of the dots in use was typed.
 */
export function readName(raw: string): string {
  if (readText(raw) === "") return "";
  if (HAN.test(raw)) return raw.replace(SPACES, "").replace(DOTS, "·");
  return halfWidth(raw.replace(DOTS, "·")).replace(SPACES, " ").trim();
}

const TITLE = /(?<=\p{Script=Han}{2,})(先生|女士|小姐|同志)$/u;
const DEAD =
  /^[(（[【]?(已故|已去世|已死亡)[)）\]】]?|[(（[【](已?故|已?亡|已?殁|已?死亡|已?去世)[)）\]】]$|(已故|已去世|已死亡)$/;
const UNKNOWN = /[?？□■◻\ufffc]/;
const DESCRIPTION =
  /[()（）[\]【】{}<>《》〈〉]|(?<=.{2,})之(子|女|妻|夫|父|母|孙|婴)$|^(未取名|未命名|未上户|新生儿|无名氏?)$|[男女]婴$/;

/** A Chinese name may hold Han and dots; another one letters, spaces and what stands in names. */
const CHINESE_NAME =
  /^[\p{Script=Han}\ue000-\uf8ff\ufffd]+(·[\p{Script=Han}\ue000-\uf8ff\ufffd]+)*$/u;
const OTHER_NAME = /^\p{L}[\p{L}\p{M} .,'’·-]*$/u;

/**
 * Judges a name. Problems: `name-title-removed` (a form of address was taken off), and those that
 * keep the row from going on: `name-question-mark`, `name-deceased`, `name-description`,
 * `name-unreadable`, `name-length`. Damage of the bytes is told elsewhere and is no fault here.
 */
export function judgeName(raw: string): JudgedName {
  const name = readName(raw);
  if (name === "") return { name };
  if (UNKNOWN.test(name)) return { name, code: "name-question-mark" };
  if (DEAD.test(name)) return { name, code: "name-deceased" };
  if (DESCRIPTION.test(name)) return { name, code: "name-description" };
  const bare = name.replace(TITLE, "");
  const code = faultOf(bare);
  if (code !== undefined) return { name, code };
  return bare === name ? { name } : { name: bare, code: "name-title-removed" };
}

function faultOf(name: string): ProblemCode | undefined {
  const isChinese = HAN.test(name);
  if (!(isChinese ? CHINESE_NAME : OTHER_NAME).test(name)) {
    return /^[\ue000-\uf8ff\ufffd·]+$/.test(name) ? undefined : "name-unreadable";
  }
  const length = [...name.replaceAll("·", "")].length;
  const isPossible = length > 1 && length <= (isChinese ? MOST_CHINESE : MOST_OTHER);
  return isPossible ? undefined : "name-length";
}

/** The longest names met: of Uygur and Tibetan people in Chinese, of foreigners in letters. */
const MOST_CHINESE = 20;
const MOST_OTHER = 50;
