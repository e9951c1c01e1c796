import assert from "node:assert";
import type { Origin } from "../../domain/records.js";
import { numberAt } from "../../match/number-at.js";
import { endOf } from "../../match/numbers-after.js";
import { holderOf, type Named } from "../../match/split.js";
import type { EnrolmentRow, KeyedRow } from "../../store/port/kept-rows.js";
import type {
  Belongings,
  HeldClaim,
  MadePerson,
  NumberedChange,
  PersonMove,
} from "../../store/port/regroup.js";
import type { CoverageLaw } from "../../unify/coverage.js";
import type { PersonRules } from "./person-rules.js";
import { remakePerson } from "./remake-person.js";

/** Which records are to stand under which number. */
export interface Grouping {
  readonly kind: PersonMove["kind"];
  /** The people whose records they are now: all of them, each whole. */
  readonly before: readonly string[];
  /** The same records by the number that they are to have. */
  readonly groups: ReadonlyMap<string, readonly KeyedRow[]>;
  /** Where the numbers merged into these people lead afterwards. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Of the numbers, the one that nobody had before. */
  readonly newNumber?: string;
  /** Whose something is that cannot be told: the number that keeps it. */
  readonly keeper: string;
}

/** People as their records make them, and what could not be told apart by number or name. */
export interface Regrouped {
  readonly people: readonly MadePerson[];
  /** Settled claims, enrolments and benefits that stay with the keeper because nothing tells. */
  readonly untold: number;
  readonly nobodys: readonly HeldClaim[];
}

/** What the parting needs to know beside the records. */
export interface Known {
  readonly owned: Belongings;
  readonly enrolmentRows: readonly EnrolmentRow[];
  /** The run that read a file. */
  readonly runs: ReadonlyMap<number, number>;
  readonly laws: ReadonlyMap<number, CoverageLaw>;
  readonly rules: ReadonlyMap<number, PersonRules>;
}

/** Gives everything that people own to the number that it belongs to. */
export class Parting {
  private untold = 0;
  private readonly placed = new Map<string, string>();

  constructor(
    private readonly grouping: Grouping,
    private readonly known: Known,
  ) {
    for (const [psnNo, rows] of grouping.groups) {
      for (const row of rows) this.placed.set(placeOf(row), psnNo);
    }
  }

  done(): Regrouped {
    const { owned, enrolmentRows } = this.known;
    const enrolled = this.parted(enrolmentRows, (row) => this.enrolmentHolder(row));
    // Benefits that no kept row states stay under their number, which leads to somebody.
    const stated = owned.benefits.filter((row) => this.rowHolder(row, row) !== undefined);
    const benefits = this.parted(stated, (row) => this.rowHolder(row, row));
    const accounts = this.parted(owned.accounts, (row) => this.placed.get(placeOf(row)));
    const nobodys = owned.claims.filter((one) => this.isNobodys(one));
    const told = owned.claims.filter((one) => !nobodys.includes(one));
    const claims = this.parted(told, (one) => this.claimHolder(one));
    const people = [...this.grouping.groups].map(([psnNo, rows]): MadePerson => {
      const own = enrolled.get(psnNo) ?? [];
      return {
        psnNo,
        rows,
        enrolmentRows: own,
        ...this.remade(psnNo, rows, own),
        benefits: benefits.get(psnNo) ?? [],
        accounts: accounts.get(psnNo) ?? [],
        claims: claims.get(psnNo) ?? [],
      };
    });
    return { people, untold: this.untold, nobodys };
  }

  private remade(psnNo: string, rows: readonly KeyedRow[], enrolmentRows: readonly EnrolmentRow[]) {
    const { runs, laws, rules } = this.known;
    const remade = remakePerson({
      rows,
      enrolmentRows,
      changes: this.known.owned.changes.filter((change) => this.concerns(change, psnNo, rows)),
      runOf: (fileId) => runs.get(fileId) ?? 0,
      rulesOf: (runId) => {
        const used = rules.get(runId);
        assert(used !== undefined, `the rules of run ${runId} were read`);
        return used;
      },
      lawOf: (runId) => {
        const law = laws.get(runId);
        assert(law !== undefined, `the law of run ${runId} was read`);
        return law;
      },
    });
    const owner = { partNo: 0, psnNo };
    return {
      record: remade.record,
      enrolments: remade.enrolments.map(({ basis, ...one }) => {
        return { ...owner, ...one, fileId: basis.fileId, line: basis.line };
      }),
      identities: remade.identities.map(({ basis, ...one }) => {
        return { ...owner, ...one, fileId: basis.fileId, line: basis.line };
      }),
    };
  }

  /**
   * A change goes with the row that says so. One that no kept row says (a list that left the person
   * out) is that of everybody whose records stood under the number then.
   */
  private concerns(change: NumberedChange, psnNo: string, rows: readonly KeyedRow[]): boolean {
    if (change.holder !== "") return this.placed.get(placeOf(change)) === psnNo;
    const { runs, owned } = this.known;
    return rows.some((row) => {
      const moves = owned.moves.filter((move) => placeOf(move) === placeOf(row));
      const isThere = (runs.get(row.fileId) ?? 0) <= change.runId;
      return isThere && numberAt(row.psnNo, moves, change.runId) === change.psnNo;
    });
  }

  private rowHolder(row: Origin, { source, legacyId }: Omit<Named, "psnName">): string | undefined {
    const named = { source, legacyId, psnName: "" };
    return this.placed.get(placeOf(row)) ?? holderOf(named, this.grouping.groups);
  }

  /** Where neither row nor old number tells, the number with which it was loaded may lead there. */
  private enrolmentHolder(row: EnrolmentRow): string | undefined {
    const { groups, aliases } = this.grouping;
    const led = endOf(row.loadedAs, aliases);
    return this.rowHolder(row, row) ?? (groups.has(led) ? led : undefined);
  }

  private claimHolder({ claim }: HeldClaim): string | undefined {
    const { insuSource: source, legacyId, psnName } = claim;
    return this.holder({ source, legacyId, psnName });
  }

  private isNobodys(one: HeldClaim): boolean {
    return one.settled === undefined && this.claimHolder(one) === undefined;
  }

  private holder(named: Named): string | undefined {
    const { groups } = this.grouping;
    return groups.size === 1 ? [...groups.keys()][0] : holderOf(named, groups);
  }

  /** By their number; what nothing tells stays with the keeper. */
  private parted<One>(
    all: readonly One[],
    holderOfOne: (one: One) => string | undefined,
  ): ReadonlyMap<string, readonly One[]> {
    const parts = new Map<string, One[]>();
    for (const one of all) {
      const holder = holderOfOne(one);
      if (holder === undefined) this.untold += 1;
      const psnNo = holder ?? this.grouping.keeper;
      parts.set(psnNo, [...(parts.get(psnNo) ?? []), one]);
    }
    return parts;
  }
}

function placeOf({ fileId, line }: Origin): string {
  return `${fileId}:${line}`;
}
