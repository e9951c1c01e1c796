import type { Problem } from "../../src/domain/problem.js";
import { tryTrial } from "../../src/settle/trial/try-trial.js";
import { packFrom } from "../policy/law-from.js";
import { parameter } from "../policy/texts.js";
import { trialsIn } from "../scenarios/trials.js";
import type { GalleryRow } from "./gallery-row.js";

/** What a worked example can come to. */
export const ofTrials: readonly GalleryRow[] = [
  {
    code: "trial-differs",
    find: () => found('[{ scope: "100.00", gives: { hifpPay: "85.00" } }]'),
    zh: "t.yaml:2 [hifpPay] 算例写 85.00,按这套政策是 50.00;核对政策的数值,或核对算例",
    en:
      "t.yaml:2 [hifpPay] the example says 85.00, the law gives 50.00; check the values, or the " +
      "example",
  },
  {
    code: "trial-day-uncovered",
    find: () => found('[{ day: 1999-12-31, scope: "100.00" }]'),
    zh: "t.yaml:2 1999-12-31 没有完整的规定;这套政策的 covers 是 2017-01-01 … 2017-12-31",
    en:
      "t.yaml:2 the law of 1999-12-31 is not complete; this pack covers 2017-01-01 … " +
      "2017-12-31",
  },
  {
    code: "trial-days-missing",
    find: () => found('[{ begndate: 2017-12-30, day: 2018-01-03, scope: "100.00" }]'),
    zh: "t.yaml:2 这次住院按规定在 2018-01-01 分段;请写 days: [{ day: …, cost: … }],逐日的费用",
    en:
      "t.yaml:2 the law cuts this stay at 2018-01-01; give days: [{ day: …, cost: … }], the cost " +
      "of each day",
  },
];

/** Settles bills under a law that pays half and cuts a stay at New Year. */
function found(bills: string): readonly Problem[] {
  const pack = packFrom(`
parameters:
${parameter("dates.benefitYear", "split")}
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '"0.50"')}
`);
  const trials = trialsIn("t.yaml", `- name: 甲\n  claims: ${bills}`, pack);
  return trials.flatMap((trial) => tryTrial(trial, pack, "t.yaml").problems);
}
