import { plainCare } from "../../src/domain/care-facts.js";
import { subtract, sum, type Yuan, yuan, zero } from "../../src/domain/money.js";
import { type Day, readDay } from "../../src/domain/period.js";
import type { Claim, Insured } from "../../src/domain/records.js";
import type { Pack } from "../../src/policy/pack.js";
import type { ClaimFacts, PersonFacts } from "./scenario.js";

/** The parts that make up a bill. */
export interface BillParts {
  readonly scope: Yuan;
  readonly over: Yuan;
  readonly first: Yuan;
  readonly own: Yuan;
}

/**
 * A claim of a scenario: what it does not say is that of a plain stay at home in the hospital of
 * the lowest level that the region names, the first on 15 January of the year, the next a month on.
 */
export function claimOf(facts: ClaimFacts, parts: BillParts, index: number, pack: Pack): Claim {
  const enddate = dayIn(facts.day ?? defaultDay(pack, index));
  const [level = ""] = pack.names.labels.levels.keys();
  const { scope, over, first, own } = parts;
  return {
    ...plainCare,
    claimId: index + 1,
    psnNo: "15992100000001",
    medinsSetlId: `S${index + 1}`,
    mdtrtId: facts.visit ?? `V${index + 1}`,
    settledBy: facts.posted === undefined ? "centre" : "window",
    fixmedinsCode: facts.hospital ?? "H15992100001",
    dedcHospLv: facts.level ?? level,
    medType: facts.medType ?? "21",
    begndate: facts.begndate === undefined ? enddate : dayIn(facts.begndate),
    enddate,
    setlDay: enddate,
    medfeeSumamt: sum([scope, over, first, own]),
    fulamtOwnpayAmt: own,
    overlmtSelfpay: over,
    preselfpayAmt: first,
    inscpScpAmt: scope,
    place: oneOf(facts.place, ["local", "province", "country"] as const),
    referral: oneOf(facts.referral, ["unreferred", "emergency", "referred"] as const),
    diseCodg: facts.disease ?? "",
    sessions: facts.sessions ?? 1,
    months: facts.months ?? 1,
    hospitalTraits: facts.traits ?? [],
    transferredFrom: facts.from ?? "",
  };
}

/** The amounts of a bill as the scenario gives them: what is in no other part is full self-pay. */
export function partsOf({ scope, whole, over = "0", first = "0" }: ClaimFacts): BillParts {
  const [inScope, overLimit, firstPay] = [yuan(scope ?? "0"), yuan(over), yuan(first)];
  const known = sum([inScope, overLimit, firstPay]);
  const own = whole === undefined ? zero : subtract(yuan(whole), known);
  if (own < zero) throw new Error(`the parts of a bill are more than ${whole}`);
  return { scope: inScope, over: overLimit, first: firstPay, own };
}

/** A person of a scenario: an adult resident of forty where it does not say. */
export function insuredOf(person: PersonFacts, pack: Pack): Insured {
  const { classes } = pack.names.labels;
  const name = person.class ?? (classes.has("adult") ? "adult" : ([...classes.keys()][0] ?? ""));
  if (!classes.has(name)) throw new Error(`${name} is no class of the region`);
  return {
    psnNo: "15992100000001",
    scheme: person.scheme ?? "resident",
    class: name,
    tier: person.tier ?? "",
    psnType: pack.names.psnTypes.get(name) ?? "",
    identities: person.identities ?? [],
    age: person.age ?? 40,
    years: person.years ?? 0,
    division: person.division ?? "",
  };
}

function defaultDay(pack: Pack, index: number): string {
  const { covers } = pack.names;
  const day = `${covers.to.slice(0, 4)}-${String(index + 1).padStart(2, "0")}-15`;
  return day < covers.from ? covers.to : day;
}

export function dayIn(text: string): Day {
  const day = readDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

function oneOf<Word extends string>(
  word: string | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  const found = word === undefined ? words[0] : words.find((one) => one === word);
  if (found === undefined) throw new Error(`${word} is none of ${words.join(", ")}`);
  return found;
}
