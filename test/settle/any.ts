import fc from "fast-check";
import { plainCare } from "../../src/domain/care-facts.js";
import { add, fromFen, sum, type Yuan, zero } from "../../src/domain/money.js";
import type { Claim, Insured } from "../../src/domain/records.js";
import { adult, claimOf } from "./claims.js";
import type { Parameters, Written } from "./laws.js";

/** An amount up to two million yuan, small ones as often as large ones. */
export const anyAmount: fc.Arbitrary<Yuan> = fc
  .oneof(
    fc.integer({ min: 0, max: 100_00 }),
    fc.integer({ min: 0, max: 30_000_00 }),
    fc.integer({ min: 0, max: 2_000_000_00 }),
  )
  .map(fromFen);

const someAmount = fc.oneof(fc.constant(zero), anyAmount);

/** A bill that adds up, of any kind of care that a small law tells apart. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    dedcHospLv: fc.constantFrom("township", "1", "2", "3"),
    medType: fc.constantFrom("14", "21", "21", "23", "41"),
    place: fc.constantFrom("local", "local", "province", "country"),
    referral: fc.constantFrom("referred", "unreferred", "emergency"),
    diseCodg: fc.constantFrom("", "", "tumour", "hypertension"),
    sessions: fc.constantFrom(1, 1, 3),
    months: fc.constantFrom(1, 1, 3),
    transferredFrom: fc.constantFrom("", "", "V0", "V1"),
    fulamtOwnpayAmt: someAmount,
    overlmtSelfpay: someAmount,
    preselfpayAmt: someAmount,
    inscpScpAmt: anyAmount,
  })
  .map((facts) => withSum({ ...claimOf({ scope: "0.00" }), ...plainCare, ...facts } as Claim));

export const anyInsured: fc.Arbitrary<Insured> = fc
  .record({
    identities: fc.subarray(["poor", "minLiving"]),
    age: fc.integer({ min: 0, max: 110 }),
    years: fc.integer({ min: 0, max: 12 }),
  })
  .map((facts) => ({ ...adult, ...facts }));

/** The claim with more cost within scope. */
export function raised(claim: Claim, more: Yuan): Claim {
  return withSum({ ...claim, inscpScpAmt: add(claim.inscpScpAmt, more) });
}

function withSum(claim: Claim): Claim {
  const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt } = claim;
  const medfeeSumamt = sum([fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt]);
  return { ...claim, medfeeSumamt };
}

/** A number of the generator: laws are written from these, so that they print like laws. */
type Chance = (limit: number) => number;

/**
 * A small law in which anything may happen that the language can say, always complete: its own
 * deductible and ladder for stays and visits, overlays, limits, a floor, and up to three payers.
 */
export function anyLaw(chance: Chance): Parameters {
  const payers = ["critical", "aid", "topUp"].filter(() => chance(3) > 0);
  const order = [...payers].sort(() => chance(3) - 1);
  const inpatient = section("inpatient", chance, ["stay", "stay", "year"]);
  const chronic = section("chronic", chance, ["year", "month", "visit"]);
  return {
    "care.kind": `[{ medType: "14", choose: chronic }, { medType: "41", choose: none },
      { choose: inpatient }]`,
    ...inpatient,
    ...chronic,
    ...(chance(2) === 0 ? {} : together(inpatient, chronic)),
    ...Object.assign({}, ...payers.map((name) => payer(name, chance))),
    ...optional(chance, "payers.rounding", ["fen", "jiao", "yuan"][chance(3)] ?? "fen"),
    ...(payers.length > 0 ? { "payers.order": `[${["basic", ...order].join(", ")}]` } : {}),
  };
}

/** Whatever of chronic care goes on over the year goes on with that of stays. */
function together(inpatient: Parameters, chronic: Parameters): Parameters {
  const merged = ["deductible", "ratio"].flatMap((tail) => {
    const [theirs, own] = [inpatient[`inpatient.${tail}`], chronic[`chronic.${tail}`]];
    if (!isYearly(own) || (tail === "ratio" && !isYearly(theirs))) return [];
    return [[`chronic.${tail}`, { ...own, form: `${own.form}, with: inpatient` }] as const];
  });
  return Object.fromEntries(merged);
}

function isYearly(written: Written | undefined): written is { value: string; form: string } {
  return typeof written === "object" && /\bper: year\b/.test(written.form ?? "");
}

function section(name: string, chance: Chance, per: readonly string[]): Parameters {
  const form = `per: ${per[chance(per.length)]}`;
  const amounts = [0, 100, 300, 1000].map((most) => `"${chance(most + 1)}.00"`);
  const [township, first, second, third] = amounts;
  const byLevel = `{ township: ${township}, "1": ${first}, "2": ${second}, "3": ${third} }`;
  const isStay = form === "per: stay";
  return {
    [`${name}.deductible`]: { value: byLevel, form },
    ...inOrder(chance, `${name}.deductible`, {
      again: isStay && adjustments(chance),
      upwards: isStay && "[{ difference: yes }]",
      cost: isStay && shareOfCost(chance),
    }),
    ...optional(chance, `${name}.deductible.yearly`, '"1500.00"'),
    [`${name}.ratio`]: ratio(chance),
    ...inOrder(chance, `${name}.ratio`, {
      poor: `[{ identity: poor, plus: "0.${chance(9)}5" }]`,
      away: '[{ place: offsite, referral: unreferred, times: "0.80" }]',
      years: '[{ plusEachYear: "0.01", most: "0.10" }]',
    }),
    ...(chance(4) === 0 ? sessions(name, chance) : {}),
    ...optional(chance, `${name}.firstShare`, '[{ place: offsite, share: "0.10" }]'),
    ...optional(chance, `${name}.floor`, floor(chance)),
    ...optional(chance, `${name}.limit.${name}Day`, {
      value: `"${chance(3000)}.00"`,
      form: "per: day, counts: payment",
    }),
    ...optional(chance, `${name}.limit.annual`, limit(chance, "payment", isStay)),
    ...optional(chance, `${name}.limit.${name}Cost`, limit(chance, "cost", isStay)),
    ...optional(chance, `${name}.limit.${name}Month`, {
      value: `"${chance(9000)}.00"`,
      form: "per: month, counts: payment, each: disease",
    }),
  };
}

function adjustments(chance: Chance): Written {
  const all = [
    '[{ admission: "2+", times: "0.50" }]',
    '[{ minusEach: "100.00", floor: "200.00" }]',
    '[{ minusShareEach: "0.20", most: "0.40" }]',
    '[{ identity: poor, admission: "2+", replace: "0.00" }]',
    '[{ admission: "3+", atMost: "150.00" }, { identity: minLiving, atLeast: "120.00" }]',
  ];
  const counts = ["person", "level", "hospital"][chance(3)];
  return { value: all[chance(all.length)] ?? "", form: `counts: ${counts}` };
}

/** Off-site a share of the bill, as one county has it. */
function shareOfCost(chance: Chance): Written {
  const way = ["ofTotal", "ofScope"][chance(2)];
  const bounds = ["", ', floor: "200.00"', ', floor: "100.00", ceiling: "3000.00"'][chance(3)];
  const division = ["1599", "1500"][chance(2)];
  return `[{ place: offsite, division: "${division}", ${way}: "0.20"${bounds} }]`;
}

function ratio(chance: Chance): Written {
  const shares = [chance(100), chance(100), chance(100)].map((one) => `"0.${two(one)}"`);
  const edge = 100 + chance(20_000);
  const band = (above: number, at: number) => `{ above: "${above}.00", share: ${shares[at]} }`;
  const bands = `[{ bands: [${band(0, 0)}, ${band(edge, 1)}, ${band(edge * 3, 2)}] }]`;
  const form = `per: ${["stay", "year"][chance(2)]}, axis: ${["gross", "net"][chance(2)]}`;
  const byAge = '[{ ageShare: { from: "0.55", each: "0.003", most: "0.80" } }]';
  const all: readonly Written[] = [`"0.${two(chance(100))}"`, byAge, { value: bands, form }];
  return all[chance(3)] ?? byAge;
}

/** Care that is paid by the session. */
function sessions(name: string, chance: Chance): Parameters {
  const takes = ["fixed", "most"][chance(2)];
  const each = ["", ", each: day", ", each: session"][chance(3)];
  return {
    [`${name}.package`]: { value: price(chance), form: `counts: ${takes}${each}` },
    [`${name}.limit.${name}Sessions`]: {
      value: `"${chance(6)}"`,
      form: "per: year, counts: sessions",
    },
  };
}

function price(chance: Chance): string {
  const band = (above: number): string => `{ above: "${above}", amount: "${chance(900)}.00" }`;
  const edge = 1 + chance(5);
  const rows = [[0], [0, edge], [0, edge, edge + 2]][chance(3)] ?? [0];
  return chance(2) === 0 ? `"${chance(900)}.00"` : `[{ prices: [${rows.map(band).join(", ")}] }]`;
}

function floor(chance: Chance): Written {
  const of = ["scope", "total"][chance(2)];
  const less = chance(2) === 0 ? ", less: deductible" : "";
  return { value: '[{ place: country, share: "0.40" }]', form: `of: ${of}${less}` };
}

function limit(chance: Chance, counts: string, isStay = false): Written {
  const value = `[{ identity: minLiving, limit: none }, { limit: "${1000 + chance(90_000)}.00" }]`;
  const form = `per: ${["stay", "year"][chance(2)]}, counts: ${counts}`;
  if (!isStay || chance(4) > 0) return { value, form };
  const again = `[{ admission: "2+", limit: "${1000 + chance(9000)}.00" }, { limit: none }]`;
  return { value: again, form: `${form}, admissions: ${["person", "level"][chance(2)]}` };
}

function payer(name: string, chance: Chance): Parameters {
  const answer = (): string => ["yes", "no"][chance(2)] ?? "yes";
  const over = ["year", "bill"][chance(2)] ?? "bill";
  const counts: Parameters = {
    [`${name}.counts.deductible`]: answer(),
    [`${name}.counts.firstSelfPay`]: answer(),
    [`${name}.counts.overLimit`]: answer(),
    [`${name}.counts.fullSelfPay`]: answer(),
    [`${name}.counts.firstShare`]: answer(),
    [`${name}.counts.referralCut`]: answer(),
    ...optional(chance, `${name}.applies`, "[{ identity: poor, choose: yes }, { choose: no }]"),
    ...optional(chance, `${name}.limit.${name}`, limit(chance, "payment")),
  };
  if (name === "topUp") {
    const form = `of: ${["total", "scope"][chance(2)]}, over: ${over}`;
    return { [`${name}.target`]: { value: `"0.${two(chance(100))}"`, form }, ...counts };
  }
  return {
    [`${name}.over`]: over,
    [`${name}.deductible`]: {
      value: `"${chance(9000)}.00"`,
      form: `per: ${over === "year" ? "year" : ["stay", "year"][chance(2)]}`,
    },
    [`${name}.ratio`]: ratio(chance),
    ...counts,
  };
}

/** Some of these adjustments, in any order. */
function inOrder(
  chance: Chance,
  base: string,
  all: Readonly<Record<string, Written | false>>,
): Parameters {
  const some = Object.entries(all).filter(([, value]) => value !== false && chance(2) === 0);
  const names = some.map(([name]) => name).sort(() => chance(3) - 1);
  return {
    ...Object.fromEntries(some.map(([name, value]) => [`${base}.adjust.${name}`, value])),
    ...(names.length > 1 ? { [`${base}.order`]: `[${names.join(", ")}]` } : {}),
  } as Parameters;
}

function optional(chance: Chance, key: string, value: Written | false): Parameters {
  return value !== false && chance(2) === 0 ? { [key]: value } : {};
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
