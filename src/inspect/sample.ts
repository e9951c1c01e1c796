import { maskName, maskNumber } from "../domain/mask.js";
import type { Pattern } from "./patterns.js";

/** No more of a long text is shown than this many characters, stars among them. */
const LONGEST = 12;

/**
 * A cell as it may be shown: what could lead to a person is starred, whatever its column is called.
 * Amounts and numbers of up to three digits (codes, ages) stay as they are; of a day the year does.
 */
export function masked(raw: string, { name, detail }: Pattern): string {
  const text = raw.trim();
  switch (name) {
    case "decimal":
    case "negative":
    case "grouped":
    case "decimalComma":
    case "month":
      return text;
    case "digits":
      return detail.length === 1 && Number(detail) <= 3 ? text : maskNumber(text.slice(0, 40));
    case "date":
    case "badDate":
      return maskDay(text);
    case "phone":
    case "apostrophe":
    case "excelText":
    case "scientific":
    case "code":
    case "fullWidth":
      return maskNumber(text.slice(0, 40));
    default:
      return shortened(maskName(text.slice(0, 40)));
  }
}

function maskDay(text: string): string {
  const year = /^\d{4}/.exec(text)?.[0] ?? "";
  return year + text.slice(year.length).replace(/\d/g, "*");
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}
