import { ageOn, type Day } from "../domain/period.js";
import type { PersonCells } from "./cells.js";
import type { SamplePerson } from "./person.js";
import type { Random } from "./random.js";

const SUBSIDIES = {
  "": "标准",
  registeredPoor: "标准",
  minLiving: "低保",
  destitute: "五保",
  severeDisability: "重残",
} as const;

/** Sex, ethnic group and first day in the codes of this register. */
export function urbmiWords(
  person: SamplePerson,
  random: Random,
): { readonly gend: string; readonly naty: string; readonly joined: string } {
  const { brdy, switchYear } = person;
  const year = Math.max(switchYear - 9 + random.below(8), Number(brdy.slice(0, 4)) + 1);
  return {
    gend: person.gend,
    // Now and then the leading zero is lost.
    naty: random.percent(4) ? String(Number(person.naty)) : person.naty,
    joined: year >= switchYear ? brdy : `${year}-09-01`,
  };
}

/** A line of AC01: AAC001 AAC002 AAC003 AAC004 AAC005 AAC006 AAC009 AAB301 AAE005 AAC148 AAE013. */
export function personLine(
  legacyId: string,
  person: SamplePerson,
  cells: PersonCells,
  admdvs: string,
): string {
  const { certno, psnName, gend, naty, brdy } = cells;
  const subsidy = SUBSIDIES[person.identity];
  const place = `1\t${admdvs}`;
  return [legacyId, certno, psnName, gend, naty, brdy, place, person.tel, subsidy, ""].join("\t");
}

/** A line of AC02: AAC001 AAE140 AAC031 AAC030 AKC021 BAA103 AAE030 AAE031. */
export function enrolmentLine(legacyId: string, person: SamplePerson, cells: PersonCells): string {
  // 390 is 城镇居民 in the old code set, but 城乡居民 in the national one.
  const status = cells.isActive ? "1" : "3";
  const { joined } = cells;
  const classes = `${personClass(person)}\t${feeClass(person)}`;
  const last = cells.isActive ? "" : `${person.switchYear - 1}-12-31`;
  return [legacyId, "390", status, joined, classes, joined, last].join("\t");
}

/** AKC021 医疗人员类别. */
export function personClass(person: SamplePerson): "81" | "82" | "83" | "84" | "85" {
  const age = ageOn(person.brdy, `${person.switchYear}-01-01` as Day);
  if (age < 6) return "81";
  if (age < 19) return "85";
  if (age < 23 && person.number % 3 === 0) return "84";
  return age < 60 ? "82" : "83";
}

/** BAA103 居民缴费类别: who pays how much, and so who is 低保 (12), 重残 (13) or 三无 (16). */
function feeClass(person: SamplePerson): string {
  const tens = { "81": "2", "85": "2", "84": "3", "82": "1", "83": "1" }[personClass(person)];
  if (person.identity === "minLiving") return `${tens}2`;
  if (person.identity === "severeDisability") return `${tens}3`;
  return person.identity === "destitute" ? "16" : `${tens}1`;
}
