import { type Identity, identities } from "../src/domain/codes.js";
import type { Day, Month } from "../src/domain/period.js";
import type { Claim } from "../src/domain/records.js";
import { claimOf } from "../src/sample/bills.js";
import type { SamplePerson } from "../src/sample/person.js";
import { counties } from "../src/sample/places.js";
import { Random } from "../src/sample/random.js";
import { VisitMaker } from "../src/sample/visits.js";

/** The month that the sample's visits fall into. */
export const MONTH = "2017-01" as Month;

/** 人员类别 of every person of the benchmark: 成年人. */
export const ADULT = "15";

/** A person with claims, in the order in which they are settled. */
export interface Patient {
  readonly person: SamplePerson;
  readonly identities: readonly Identity[];
  readonly claims: readonly Claim[];
}

const WINDOW_PERCENT = 85;

/**
 * So many claims with the people whose they are: the visits of the sample, of a population that is
 * large enough, without the people who were never ill. The same count gives the same claims.
 */
export function* patientsWith(claims: number): Generator<Patient> {
  const random = new Random("bench");
  const visits = new VisitMaker(random.fork("visits"));
  for (let number = 1, made = 0; made < claims; number++) {
    const person = personOf(number);
    const found = visits.visitsOf(person, random.pick(counties)).slice(0, claims - made);
    if (found.length === 0) continue;
    yield {
      person,
      identities: person.identity === "" ? [] : [person.identity],
      claims: found.map((visit) => {
        made += 1;
        const settledBy = random.percent(WINDOW_PERCENT) ? "window" : "centre";
        return claimOf(visit, person, made, settledBy, random);
      }),
    };
  }
}

/** Every tenth person has one of the identities that the law favours. */
function personOf(number: number): SamplePerson {
  const identity = number % 10 === 0 ? identities[(number / 10) % identities.length] : undefined;
  return {
    number,
    switchYear: 2017,
    psnName: `样例${number}`,
    gend: number % 2 === 0 ? "2" : "1",
    brdy: "1970-01-01" as Day,
    naty: "01",
    certno: "",
    relation: "户主",
    identity: identity ?? "",
    tel: "",
  };
}
