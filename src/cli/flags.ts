import { Args, Flags } from "@oclif/core";
import { readDay, readMonth } from "../domain/period.js";
import { type FlagName, flagTexts } from "../text/flags.js";
import { tell } from "../text/tell.js";
import { screenLang } from "./lang.js";

/** The summary of a flag or argument in the language of the screen. */
export function about(name: FlagName): string {
  return tell(flagTexts[name], screenLang());
}

/** Where a command works, and as whom. */
export const place = {
  dir: Flags.string({ summary: about("dir") }),
  db: Flags.string({ summary: about("db") }),
};

export const operator = { operator: Flags.string({ summary: about("operator") }) };

/** A month that must be given. */
export const month = Flags.custom({
  summary: about("month"),
  helpValue: "2017-01",
  parse: async (text) => {
    const read = readMonth(text);
    if (read === undefined) throw new RangeError(text);
    return read;
  },
});

/** A day of the calendar. */
export const day = Flags.custom({
  helpValue: "2017-06-30",
  parse: async (text) => {
    const read = readDay(text);
    if (read === undefined) throw new RangeError(text);
    return read;
  },
});

/** A probability, from 0 to 1. */
export const probability = Flags.custom<number>({
  helpValue: "0.95",
  parse: async (text) => {
    if (!/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/.test(text)) throw new RangeError(text);
    return Number(text);
  },
});

/** A workbook of set-aside rows that comes back. */
export const corrections = Flags.string({ summary: about("corrections"), helpValue: "x.xlsx" });

/** A new folder for the lists of codes that no crosswalk has. */
export const missingCodes = Flags.string({ summary: about("missingCodes"), helpValue: "missing" });

/** A reason in words; spaces are none. */
export const reason = Flags.custom({
  parse: async (text) => {
    if (text.trim() === "") throw new RangeError(text);
    return text.trim();
  },
});

export const delivery = Args.string({ required: true, description: about("delivery") });
