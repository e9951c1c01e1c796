import { expect } from "vitest";
import type { Agreement } from "../../src/budget/agreement.js";
import { parseAgreements } from "../../src/budget/parse-agreements.js";
import { documentOf } from "./document-of.js";

/** An agreement file with nothing wrong in it: one hospital, one version, 1,000,000 a month. */
export const soundFile = `title: 样例县 2017 年定点医疗机构协议
agreements:
  - fixmedinsCode: H15992100001
    fixmedinsName: 样例县人民医院
    versions:
      - from: 2017-01-01
        to: 2017-12-31
        status: assumed
        cite: 样例协议 第三条
        method: total-control
        yearlyQuota: "12000000.00"
        monthlyWeights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        holdbackRatio: "0.10"
        overQuota: defer
`;

/** The sound file with a piece of its text replaced, and perhaps more lines at its end. */
export function changed(from: string, to: string, more = ""): string {
  expect(soundFile).toContain(from);
  return soundFile.replace(from, to) + more;
}

/** The first agreement of a file that has no problem. */
export function agreement(file = soundFile): Agreement {
  const { agreements, problems } = parseAgreements("contracts.yaml", documentOf(file));
  expect(problems).toEqual([]);
  const [first] = agreements;
  if (first === undefined) throw new Error("a sound file has an agreement");
  return first;
}
