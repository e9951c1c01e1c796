import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainCare } from "../../src/domain/care-facts.js";
import { allocate, fromFen, sum, zero } from "../../src/domain/money.js";
import { type Day, dayOf, yearOf } from "../../src/domain/period.js";
import type { Amounts, Claim, Insured } from "../../src/domain/records.js";
import type { Pack } from "../../src/policy/pack.js";
import { benefitYearOf, lawFor } from "../../src/settle/dates.js";
import { type RecountQuestion, recountYear } from "../../src/settle/recount/recount.js";
import { settleClaim } from "../../src/settle/settle.js";
import { verifyTrace } from "../../src/settle/verify.js";
import { emptyYear, type YearToDate } from "../../src/settle/year-to-date.js";
import { packOf } from "./packs.js";

const regions = ["tongliao", "shangluo", "panjin", "xuzhou", "huzhou", "example"];
const people = { seed: 20170101, numRuns: 500 };

// Every kind of bill that a sample or a delivery may bring, in all years that the pack covers: no
// rule is missing, the payers sum to the bill, the trace is right line by line, and the recount
// reaches the same amounts.
describe.each(regions)("%s settles any year of claims", (region) => {
  const pack = packOf(region);

  test("without a missing rule", { timeout: 60_000 }, () => {
    let settled = 0;
    fc.assert(
      fc.property(anyPerson(pack), fc.array(anyClaim(pack), { maxLength: 12 }), (one, claims) => {
        const years = new Map<number, Year>();
        const inOrder = [...claims].sort((left, right) => (left.enddate < right.enddate ? -1 : 1));
        for (const claim of inOrder) {
          settleInYear(pack, one, claim, years);
          settled++;
        }
        for (const { questions, amounts } of years.values()) {
          expect(recountYear(questions).map((again) => again.amounts)).toEqual(amounts);
        }
      }),
      people,
    );
    expect(settled).toBeGreaterThan(2_000);
  });
});

interface Year {
  readonly after: YearToDate;
  readonly questions: readonly RecountQuestion[];
  readonly amounts: readonly Amounts[];
}

const noYear: Year = { after: emptyYear, questions: [], amounts: [] };

function settleInYear(pack: Pack, person: Insured, claim: Claim, years: Map<number, Year>): void {
  const { law, problems } = lawFor(claim, pack);
  expect(problems).toEqual([]);
  if (law === undefined) throw new Error(`no law for ${claim.enddate}`);
  const scheme = claim.enddate < law.dates.switchDay ? person.scheme : "resident";
  const year = benefitYearOf(claim, law);
  const before = years.get(year) ?? noYear;
  const question = { claim, law, insured: { ...person, scheme } };
  const { settlement, after, missing } = settleClaim({ ...question, before: before.after });
  expect(missing).toEqual([]);
  expect(verifyTrace(settlement)).toEqual([]);
  const { hifpPay, hifmiPay, mafPay, othPay, psnPartAmt } = settlement;
  expect(sum([hifpPay, hifmiPay, mafPay, othPay, psnPartAmt])).toBe(claim.medfeeSumamt);
  const { claimId: _claimId, steps: _steps, ...amounts } = settlement;
  years.set(year, {
    after,
    questions: [...before.questions, question],
    amounts: [...before.amounts, amounts],
  });
}

function anyPerson({ names }: Pack): fc.Arbitrary<Insured> {
  const { classes, identities, tiers } = names.labels;
  return fc.record({
    psnNo: fc.constant("15992100000001"),
    scheme: fc.constantFrom("ncms", "urban"),
    class: fc.constantFrom(...classes.keys()),
    tier: fc.constantFrom("", ...tiers.keys()),
    psnType: fc.constantFrom("1401", "15", "16"),
    identities: fc.subarray([...identities.keys()]),
    age: fc.nat(100),
    years: fc.nat(20),
    division: fc.constant("159921"),
  });
}

function anyClaim({ names }: Pack): fc.Arbitrary<Claim> {
  const { levels, hospitals, diseases } = names.labels;
  const medTypes = ["11", "13", "14", "21", "22", "23", "24", "41", "51", "52", "9905"];
  const care = fc.record({
    dedcHospLv: fc.constantFrom(...levels.keys()),
    medType: fc.constantFrom(...medTypes),
    place: fc.constantFrom("local", "local", "province", "country"),
    referral: fc.constantFrom("unreferred", "referred", "emergency"),
    diseCodg: fc.constantFrom("", "", ...diseases.keys()),
    sessions: fc.integer({ min: 1, max: 12 }),
    months: fc.integer({ min: 1, max: 3 }),
    hospitalTraits: fc.subarray([...hospitals.keys()]),
    fixmedinsCode: fc.constantFrom("H1", "H2", "H3"),
  });
  const parts = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
  const fen = fc.oneof(fc.nat(500_000), fc.nat(60_000_000));
  return fc
    .record({ care, day: anyDay(names.covers), parts, fen, claimId: fc.nat(1_000_000) })
    .map(({ care: facts, day, parts: weights, fen: whole, claimId }) => {
      const shares = allocate(fromFen(whole), [1 + (weights[0] ?? 0), ...weights.slice(1)]);
      const [inscpScpAmt = zero, preselfpayAmt = zero] = shares;
      const [, , overlmtSelfpay = zero, fulamtOwnpayAmt = zero] = shares;
      return {
        ...plainCare,
        ...{ claimId, psnNo: "15992100000001", medinsSetlId: "S1", mdtrtId: `V${claimId}` },
        ...{ settledBy: "centre", begndate: day, enddate: day, setlDay: day, ...facts },
        ...{ medfeeSumamt: fromFen(whole), inscpScpAmt, preselfpayAmt },
        ...{ overlmtSelfpay, fulamtOwnpayAmt },
      } as Claim;
    });
}

function anyDay({ from, to }: Pack["names"]["covers"]): fc.Arbitrary<Day> {
  const year = fc.integer({ min: yearOf(from), max: yearOf(to) });
  return fc
    .record({ year, month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
    .map(({ year: y, month, date }) => dayOf(y, month, date) ?? from);
}
