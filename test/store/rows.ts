import type { ClaimRow } from "../../src/domain/intake.js";
import { nothingRead, yuan, zero } from "../../src/domain/money.js";
import type { Day, Month } from "../../src/domain/period.js";
import type { Amounts } from "../../src/domain/records.js";
import type { StagedPerson } from "../../src/store/port/intake.js";
import type { NewRun } from "../../src/store/port/runs.js";
import type { Store } from "../../src/store/store.js";

/** A run as somebody starts it. */
export function newRun(kind: string, subject: string): NewRun {
  const who = { operator: "甲", systemUser: "user", process: "machine:1" };
  return { kind, subject, ...who, startedAt: "2017-02-01T00:00:00Z" };
}

/** A person of a file, staged. */
export function stagedPerson(fileId: number, line: number): StagedPerson {
  const household = { householdNo: "", headRelation: "", insuplcAdmdvs: "159921" };
  const identity = { psnName: "张三", certno: "", certnoStatus: "missing", gend: "1" } as const;
  const rest = { brdy: "1990-01-01" as Day, naty: "", tel: "" };
  const origin = { fileId, line, source: "ncms", legacyId: `${line}` };
  const money = { familyBalc: nothingRead, hifpPay: nothingRead, hifmiPay: nothingRead };
  return { person: { ...origin, ...household, ...identity, ...rest }, ...money, isSetAside: false };
}

const half = yuan("50.00");

/** What the window paid of 100 yuan: one half, and the person the other. */
export const paidHalf: Amounts = {
  ...{ actPayDedc: zero, hifpPay: half, hifmiPay: zero, mafPay: zero, othPay: zero },
  ...{ fundPaySumamt: half, psnPartAmt: half },
};

/** A claim of January that the window settled: 100 yuan, half of it paid. */
export function claimRow(medinsSetlId: string, line: number): ClaimRow {
  const day = "2017-01-05" as Day;
  const fee = yuan("100.00");
  return {
    ...{ fileId: 1, line, medinsSetlId, mdtrtId: `V${line}`, insuSource: "ncms", legacyId: "1" },
    ...{ psnName: "张三", settledBy: "window", fixmedinsCode: "H15992100001", medType: "11" },
    ...{ isOffsite: false, isReferred: false, begndate: day, enddate: day, setlDay: day },
    ...{ isEmergency: false, diseCodg: "", sessions: 1, prescriptionMonths: 1 },
    ...{ transferredFrom: "", isRefund: false, isUnclassified: false, initMedinsSetlId: "" },
    month: "2017-01" as Month,
    ...{ medfeeSumamt: fee, fulamtOwnpayAmt: zero, overlmtSelfpay: zero, preselfpayAmt: zero },
    inscpScpAmt: fee,
    paid: paidHalf,
  };
}

/** Every fact of a store as lines. */
export async function factsOf(store: Store): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of store.facts()) lines.push(...page);
  return lines;
}
