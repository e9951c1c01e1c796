import type { ClaimRow, Deduction } from "../../domain/intake.js";
import type { Month } from "../../domain/period.js";
import type { FeeLineRow, VisitRow } from "../../domain/visits.js";
import type { CodeCoverage } from "../../migrate/code-coverage.js";
import type { MappedRow } from "../../migrate/mapped-row.js";
import type { ListRow } from "../../migrate/registers.js";
import type { RowOrigin } from "../../migrate/row-origin.js";
import type { Pack } from "../../policy/pack.js";
import type { StagedEnrolment, StagedPerson } from "../../store/port/intake.js";
import type { FundBalance } from "../../unify/fund.js";

/** What the rows of a delivery hold: large lists batch by batch, small ones as a whole. */
export interface Gathered {
  readonly pack: Pack;
  readonly closed: ReadonlySet<Month>;
  /** Of the current batch; the store takes them with it. */
  readonly persons: StagedPerson[];
  readonly enrolments: StagedEnrolment[];
  readonly claims: ClaimRow[];
  readonly visits: VisitRow[];
  readonly feeLines: FeeLineRow[];
  /** Of the whole delivery. */
  readonly lists: Readonly<Record<ListName, ListRow[]>>;
  readonly balances: FundBalance[];
  /** Of rows that are set aside: their money is still counted. */
  readonly lostBalances: FundBalance[];
  /** Of rows that the same content brought before. */
  readonly repeatedBalances: FundBalance[];
  readonly deductions: Deduction[];
  /** The old codes that no crosswalk has. */
  readonly codes: CodeCoverage;
}

export type ListName = "institution" | "institution-code" | "catalogue" | "catalogue-code";

/** A mapped row on its way: where it stands, and whether nothing sets it aside so far. */
export interface ReadRow {
  readonly mapped: MappedRow;
  readonly origin: RowOrigin;
  readonly isSound: boolean;
}
