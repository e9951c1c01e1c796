import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zero } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import type { HeldEnrolment } from "../../src/domain/source-rows.js";
import { packageRoot } from "../../src/io/files.js";
import { parseDocument } from "../../src/io/yaml.js";
import type { DuplicateRules } from "../../src/unify/duplicate-rules.js";
import { parseDuplicates } from "../../src/unify/parse-duplicates.js";

/** The rules on duplicated enrolments as they are shipped. */
export function shippedDuplicates(): DuplicateRules {
  const file = "mappings/match/enrolments.yaml";
  const { document } = parseDocument(file, readFileSync(join(packageRoot(), file), "utf8"));
  if (document === undefined) throw new Error(`${file} is not YAML`);
  const { rules, problems } = parseDuplicates(file, document);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return rules;
}

/** An NCMS enrolment in normal status since 2012; only what the case is about is named. */
export function enrolment(line: number, facts: Partial<HeldEnrolment> = {}): HeldEnrolment {
  return {
    fileId: 1,
    line,
    source: "ncms",
    legacyId: `A${line}`,
    insutype: "380",
    psnType: "",
    psnInsuStas: "1",
    psnIdetType: "",
    insuplcAdmdvs: "159921",
    psnInsuDate: "2012-01-01" as Day,
    liveAdmdvs: "",
    workAdmdvs: "",
    psnClctAmt: zero,
    accrymBegn: "",
    drawn: zero,
    ...facts,
  };
}
