import { Refusal } from "../../domain/refusal.js";
import { readRecordChoices } from "../../match/record-choice.js";
import type { SplitQuestion } from "./plan-split.js";

/** What a command line says is to be taken apart; refuses where that is not clear. */
export function askedSplit(said: {
  readonly person?: string | undefined;
  readonly records?: string | undefined;
  readonly decision?: readonly number[] | undefined;
}): SplitQuestion {
  const { person = "", records = "", decision: decisions = [] } = said;
  const { choices, unclear } = readRecordChoices(records);
  if (unclear.length > 0) throw new Refusal("undo-record-unclear", { found: unclear.join(", ") });
  const isNamed = person !== "" && choices.length > 0;
  const isDecided = person === "" && choices.length === 0 && decisions.length > 0;
  if (!isNamed && !isDecided) throw new Refusal("undo-unclear");
  return { psnNo: person.trim(), choices, decisions };
}
