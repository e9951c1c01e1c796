import assert from "node:assert";
import { fromFen } from "../domain/money.js";
import type { Step } from "../domain/records.js";
import type { RuleName } from "../text/rules.js";
import { noParameter } from "./bill.js";

/**
 * Steps as compact text for the store, a dozen bytes each: the rule's letter, the parameter's place
 * in the pack, base and amount in fen: `A20,45000, F,500000,45000 …`. What repeats the number
 * before it is left out: a base that is the last step's amount, an amount that is its base; and so
 * is a parameter, where the step takes none.
 */
export function encodeSteps(steps: readonly Step[]): string {
  let text = "";
  let before = 0;
  for (const { rule, parameter, base, amount } of steps) {
    const place = parameter === noParameter ? "" : parameter;
    const from = base === before ? "" : base;
    const to = amount === base ? "" : amount;
    text += `${text === "" ? "" : " "}${letterOf(rule)}${place},${from},${to}`;
    before = amount;
  }
  return text;
}

/** The steps that `encodeSteps` was given. Anything else than its own text is our mistake. */
export function decodeSteps(text: string): readonly Step[] {
  if (text === "") return [];
  let before = 0;
  return text.split(" ").map((part) => {
    const [, letter = "", place = "", from = "", to = ""] = STEP.exec(part) ?? [];
    const rule = rules.get(letter) ?? assert.fail(`not a step: ${part}`);
    const base = from === "" ? before : Number(from);
    before = to === "" ? base : Number(to);
    const parameter = place === "" ? noParameter : Number(place);
    return { rule, parameter, base: fromFen(base), amount: fromFen(before) };
  });
}

const STEP = /^([A-Za-z])(\d*),(\d*),(\d*)$/;

/** The letter of each rule. Frozen, since stored steps hold them: a new rule takes a new letter. */
const letters: Readonly<Record<RuleName, string>> = {
  "deductible-level": "A",
  "deductible-offsite": "B",
  "deductible-overlay": "C",
  "deductible-repeat": "D",
  "deductible-room": "E",
  "deductible-paid": "F",
  "on-ladder": "G",
  "ratio-level": "H",
  "ratio-outpatient": "I",
  "ratio-overlay": "J",
  "ratio-offsite-factor": "K",
  "ratio-offsite-points": "L",
  "ratio-limit": "M",
  "cap-room": "N",
  "cap-paid": "O",
  "critical-cumulated": "P",
  "critical-above": "Q",
  "critical-band": "R",
  "critical-earned": "S",
  "critical-due": "T",
  "critical-room": "U",
  "critical-capped": "V",
  "critical-left": "W",
  "aid-left": "X",
  "aid-base": "Y",
  "aid-ratio": "Z",
  "aid-room": "a",
  "aid-capped": "b",
  "critical-added": "c",
  "critical-first-self-pay": "d",
  "critical-over-limit": "e",
};

const rules: ReadonlyMap<string, string> = new Map(
  Object.entries(letters).map(([rule, letter]) => [letter, rule]),
);

function letterOf(rule: string): string {
  return letters[rule as RuleName] ?? assert.fail(`no letter for the rule ${rule}`);
}
