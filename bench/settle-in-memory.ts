import assert from "node:assert";
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

/** Settles so many claims over and over, each with the year that it met the first time. */
export async function settleInMemory(
  claims: number,
): Promise<{ claims: number; seconds: number; characters: number }> {
  const { pack } = await readLaw(await shippedWorkspace("", ""));
  const questions = questionsOf(claims, pack);
  let settled = 0;
  let characters = 0;
  const start = performance.now();
  let seconds = 0;
  while (seconds < LEAST_SECONDS) {
    for (const question of questions) {
      characters += encodeSteps(settleClaim(question).settlement.steps).length;
    }
    settled += questions.length;
    seconds = (performance.now() - start) / 1000;
  }
  return { claims: settled, seconds, characters };
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
