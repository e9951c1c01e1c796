import type { ClaimRow } from "../src/domain/intake.js";
import { nothingRead } from "../src/domain/money.js";
import { partOf } from "../src/domain/part.js";
import type { Day } from "../src/domain/period.js";
import type { Job } from "../src/jobs/job.js";
import { readLaw } from "../src/jobs/law.js";
import { windowAmounts } from "../src/jobs/window-amounts.js";
import { hospitals } from "../src/sample/hospitals.js";
import type { WindowAmounts } from "../src/sample/window.js";
import type { StagedPerson } from "../src/store/port/intake.js";
import type { Store } from "../src/store/store.js";
import { ADULT, MONTH, type Patient, patientsWith } from "./claims.js";

/** How many people are written at once. */
const BATCH = 2_000;

const SOURCE = "ncms";
const DIVISION = "159921";
const ENROLLED_FROM = "2016-01-01" as Day;

/** Writes so many claims, with hospitals and insured people, into an empty store by its port. */
export async function fillClaims(
  { store, workspace }: Job,
  claims: number,
): Promise<{ people: number }> {
  const paid = windowAmounts((await readLaw(workspace)).pack);
  await addHospitals(store);
  const fileId = await addFile(store);
  let people = 0;
  let batch: Patient[] = [];
  for (const patient of patientsWith(claims)) {
    batch.push(patient);
    if (batch.length < BATCH) continue;
    await addPatients({ store, fileId, paid }, batch, people);
    people += batch.length;
    batch = [];
  }
  await addPatients({ store, fileId, paid }, batch, people);
  await store.people.loadPeople();
  await store.intake.clearStaging();
  return { people: people + batch.length };
}

interface Filling {
  readonly store: Store;
  readonly fileId: number;
  readonly paid: WindowAmounts;
}

async function addHospitals(store: Store): Promise<void> {
  await store.registers.addInstitutions(
    hospitals.map(({ fixmedinsCode, name, hospLv, level, admdvs }) => {
      const rank = { hospLv, dedcHospLv: level };
      const entry = { fixmedinsCode, fixmedinsName: name, ...rank };
      return { ...entry, fixBlngAdmdvs: admdvs, traits: [] };
    }),
  );
}

async function addFile(store: Store): Promise<number> {
  const run = { kind: "fill", subject: "bench", operator: "bench", systemUser: "bench" };
  const runId = await store.runs.start({ ...run, process: "bench:0", startedAt: "" });
  await store.runs.end(runId, "done", "{}", "");
  const file = { path: "claims.csv", sha256: "", bytes: 0, layout: "claims", reading: "" };
  return store.intake.addFile({ runId, ...file, record: "claim", source: SOURCE });
}

/** People are staged and matched as a delivery does it; rows are numbered through from `before`. */
async function addPatients(
  { store, fileId, paid }: Filling,
  patients: readonly Patient[],
  before: number,
): Promise<void> {
  const numbered = patients.map((patient, index) => {
    const psnNo = `${DIVISION}${String(patient.person.number).padStart(10, "0")}`;
    return { patient, rowNo: before + index, psnNo, partNo: partOf(psnNo) };
  });
  const persons = patients.map((patient): StagedPerson => stagedOf(patient, fileId));
  const nothing = { rows: [], setAside: [], problems: [], enrolments: [], corrections: [] };
  await store.intake.addRows({ ...nothing, persons });
  await store.people.addMatches(
    numbered.map(({ rowNo, partNo, psnNo }) => ({
      rowNo,
      partNo,
      psnNo,
      isLead: true,
      isOther: false,
    })),
  );
  await store.people.addCoverage(
    numbered.map(({ partNo, psnNo, patient }) => {
      const period = { insutype: "390", begndate: ENROLLED_FROM, enddate: "" } as const;
      const basis = { fileId, line: patient.person.number };
      return { partNo, psnNo, ...period, ...basis, psnType: ADULT, insuplcAdmdvs: DIVISION };
    }),
    numbered.flatMap(({ partNo, psnNo, patient }) =>
      patient.identities.map((psnIdetType) => {
        const basis = { fileId, line: patient.person.number };
        return { partNo, psnNo, psnIdetType, begndate: ENROLLED_FROM, ...basis };
      }),
    ),
  );
  await store.claims.add(patients.flatMap((patient) => claimRows(patient, fileId, paid)));
}

function stagedOf({ person }: Patient, fileId: number): StagedPerson {
  const { psnName, gend, brdy, naty, tel } = person;
  const place = { fileId, line: person.number, source: SOURCE, insuplcAdmdvs: DIVISION };
  const ids = { legacyId: legacyIdOf(person), householdNo: "", headRelation: "" };
  const certificate = { certno: "", certnoStatus: "missing" } as const;
  return {
    person: { ...place, ...ids, ...certificate, psnName, gend, brdy, naty, tel },
    familyBalc: nothingRead,
    hifpPay: nothingRead,
    hifmiPay: nothingRead,
    isSetAside: false,
  };
}

/** The person's claims; the windows have paid what the law gives. */
function claimRows(patient: Patient, fileId: number, paid: WindowAmounts): readonly ClaimRow[] {
  const { person, identities, claims } = patient;
  const amounts = paid({ psnType: ADULT, identities }, claims);
  return claims.map((claim, index) => {
    const { claimId: line, psnNo: _psnNo, dedcHospLv: _level, ...facts } = claim;
    return {
      ...facts,
      isOffsite: claim.place !== "local",
      isReferred: claim.referral === "referred",
      ...{ isEmergency: false, prescriptionMonths: claim.months },
      ...{ isRefund: false, isUnclassified: false, initMedinsSetlId: "" },
      fileId,
      line,
      insuSource: SOURCE,
      legacyId: legacyIdOf(person),
      psnName: person.psnName,
      month: MONTH,
      paid: claim.settledBy === "window" ? amounts[index] : undefined,
    };
  });
}

function legacyIdOf({ number }: Patient["person"]): string {
  return `1599${String(number).padStart(12, "0")}`;
}
