import { maskCode } from "../../domain/mask.js";
import { exactText, yuanText } from "../../domain/money.js";
import type { TableCoverage } from "../../migrate/code-coverage.js";
import type { MoneyTally, RowTally } from "../../migrate/tally.js";
import type { Acceptance } from "../../store/port/acceptances.js";
import type { EmployeeCount } from "../../store/port/duplicates.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { SubsidyDue } from "../../unify/funding.js";
import type { NotAccepted } from "../accept.js";
import type { DuplicateSummary } from "../duplicates/duplicate-summary.js";
import type { MatchingReport } from "../match/matching-report.js";
import type { CorrectionReport } from "./correcting.js";
import type { LaterReport } from "./later-report.js";
import type { RepeatedFileReport } from "./repeated-files.js";
import type { MoneyReport } from "./unify-money.js";

/** One file of the delivery, with where its rows went. */
export interface FileReport extends RowTally {
  readonly path: string;
  readonly record: string;
  readonly source: string;
}

/** Money of one kind and place as text, so that JSON carries it exactly. */
export interface MoneyReportLine {
  readonly kind: "familyAccounts" | "benefitHistory" | "fundBalances";
  readonly place: string;
  readonly read: string;
  readonly carried: string;
  readonly repeated: string;
  readonly setAside: string;
  readonly residual: string;
}

/** What a delivery came to, dry or for real. */
export interface MigrateReport {
  readonly delivery: string;
  readonly isDry: boolean;
  /** Only a rehearsal takes a draft, whose totals nobody has signed. */
  readonly isUnsigned?: boolean;
  /** The same delivery was loaded before: nothing was done. */
  readonly isRepeated: boolean;
  readonly runId: number;
  readonly files: readonly FileReport[];
  readonly people: number;
  /** How the records of one person were found. */
  readonly matching: MatchingReport;
  /** People in the unified scheme by class, and in each old scheme before. */
  readonly unified: Readonly<Record<string, number>>;
  readonly schemes: Readonly<Record<string, number>>;
  readonly enrolledTwice: number;
  readonly identities: Readonly<Record<string, number>>;
  readonly subsidies: readonly {
    readonly psnType: string;
    readonly people: number;
    readonly amount: string;
  }[];
  readonly institutions: number;
  readonly catalogueItems: number;
  readonly money: readonly MoneyReportLine[];
  /** Rows by problem code, among those set aside and among all. */
  readonly setAside: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
  /** How far the crosswalks cover the old codes; what looks like a person's number is masked. */
  readonly codes: readonly TableCoverage[];
  /** Codes of which more rows were set aside than the manifest accepts: accepted and found. */
  readonly notAccepted: readonly NotAccepted[];
  /** What the manifest accepts; the settlement of its claims looks here too. */
  readonly accept: Readonly<Record<string, number>>;
  /** What it did to records that were loaded, where its manifest says what it is. */
  readonly later?: LaterReport;
  /** Files whose content came before. */
  readonly repeatedFiles: readonly RepeatedFileReport[];
  /** Differences from control totals that somebody accepted, with who did. */
  readonly acceptedDifferences: readonly Acceptance[];
  /** The run that loaded the delivery, where only corrected rows of it were read; 0 else. */
  readonly correctsRun: number;
  /** What the rows of a corrected workbook came to. */
  readonly corrections?: CorrectionReport;
  /** Everybody of the database who is enrolled more than once, and what that costs. */
  readonly duplicates?: DuplicateSummary;
  /** The lists of people in the employee scheme that were read. */
  readonly employees?: EmployeeCount;
  readonly outputs: readonly RunOutput[];
}

/** The coverage of crosswalks as it may be shown. */
export function maskedCodes(tables: readonly TableCoverage[]): readonly TableCoverage[] {
  return tables.map((table) => ({
    ...table,
    codes: table.codes.map((one) => ({ ...one, code: maskCode(one.code) })),
  }));
}

/** The money of a delivery, a line for each kind and place. */
export function moneyLines(money: MoneyReport): readonly MoneyReportLine[] {
  const kinds = ["fundBalances", "familyAccounts", "benefitHistory"] as const;
  return kinds.flatMap((kind) =>
    [...money[kind]].map(([place, tally]) => moneyLine(kind, place, tally)),
  );
}

function moneyLine(
  kind: MoneyReportLine["kind"],
  place: string,
  { read, carried, repeated, setAside }: MoneyTally,
): MoneyReportLine {
  return {
    kind,
    place,
    read: exactText(read),
    carried: yuanText(carried.amount),
    repeated: exactText(repeated),
    setAside: exactText(setAside),
    residual: carried.residual,
  };
}

export function subsidyLines(dues: readonly SubsidyDue[]): MigrateReport["subsidies"] {
  return dues.map(({ psnType, people, subsidy }) => ({
    psnType,
    people,
    amount: yuanText(subsidy),
  }));
}
