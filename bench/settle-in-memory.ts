import assert from "node:assert";
import type { Settlement } from "../src/domain/records.js";
import { readLaw } from "../src/jobs/law.js";
import type { Pack } from "../src/policy/pack.js";
import type { Question } from "../src/settle/bill.js";
import { lawFor } from "../src/settle/dates.js";
import { insuredOfType } from "../src/settle/insured-of-type.js";
import { settleClaim } from "../src/settle/settle.js";
import { encodeSteps } from "../src/settle/steps.js";
import { emptyYear } from "../src/settle/year-to-date.js";
import { ADULT, patientsWith } from "./claims.js";
import { shippedWorkspace } from "./job.js";

/** Long enough that the compiler has done its work and the clock is exact. */
const LEAST_SECONDS = 3;

/**
 * Settles so many claims over and over, each with the year that it met the first time; once with
 * their steps kept as they are, once with the steps as text for the store as well.
 */
export async function settleInMemory(claims: number): Promise<Record<string, number>> {
  const { pack } = await readLaw(await shippedWorkspace("", ""));
  const questions = questionsOf(claims, pack);
  const kept = perSecond(questions, ({ steps }) => steps.length);
  const written = perSecond(questions, ({ steps }) => encodeSteps(steps).length);
  return { settled: kept.claims, written: written.claims, characters: written.each };
}

/** Claims a second, and how much `keep` kept of each. */
function perSecond(
  questions: readonly Question[],
  keep: (settlement: Settlement) => number,
): { readonly claims: number; readonly each: number } {
  let [claims, all, seconds] = [0, 0, 0];
  const start = performance.now();
  while (seconds < LEAST_SECONDS) {
    for (const question of questions) all += keep(settleClaim(question).settlement);
    claims += questions.length;
    seconds = (performance.now() - start) / 1000;
  }
  return { claims: claims / seconds, each: all / claims };
}

/** Every claim with its person, its law, and the year as the person's earlier claims left it. */
function questionsOf(claims: number, pack: Pack): readonly Question[] {
  const questions: Question[] = [];
  for (const patient of patientsWith(claims)) {
    let before = emptyYear;
    for (const claim of patient.claims) {
      const { law } = lawFor(claim, pack);
      assert(law !== undefined, `the law of ${pack.region} covers ${claim.setlDay}`);
      const { identities } = patient;
      const insured = insuredOfType(law, { psnNo: claim.psnNo, psnType: ADULT, identities });
      const question: Question = { claim, insured, before, law };
      questions.push(question);
      before = settleClaim(question).after;
    }
  }
  return questions;
}
