import type { Deduction } from "../../domain/intake.js";
import type { ReadAmount, Yuan } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import type { Origin } from "../../domain/records.js";

export interface Institution {
  readonly fixmedinsCode: string;
  readonly fixmedinsName: string;
  readonly hospLv: string;
  readonly dedcHospLv: string;
  readonly fixBlngAdmdvs: string;
  /** What the law may ask of it beside its level, such as 中医医院. */
  readonly traits: readonly string[];
}

/** An item of the catalogue as it is for some days. */
export interface CatalogueItem {
  readonly medListCodg: string;
  readonly begndate: Day | "";
  /** Last day; empty while it is valid. */
  readonly enddate: Day | "";
  readonly medListName: string;
  readonly chrgitmLv: string;
  readonly selfpayProp: string;
  /** A kind of the region's law; empty for none. */
  readonly itemKind: string;
  /** 定价上限金额 of one; empty without a limit. */
  readonly pricUplmtAmt: string;
}

/** All versions of an item, in the order of their first days. */
export type CatalogueEntry = readonly CatalogueItem[];

export interface RegisterSource extends Origin {
  readonly register: "institution" | "catalogue";
  readonly source: string;
  readonly legacyCode: string;
  readonly nationalCode: string;
}

export interface StoredBalance extends Origin {
  readonly admdvs: string;
  readonly insutype: string;
  readonly account: string;
  readonly balance: ReadAmount;
}

export interface StoredOpening {
  readonly admdvs: string;
  readonly insutype: string;
  readonly account: string;
  readonly balance: Yuan;
}

/** The lists of the unified scheme: hospitals, catalogue, balances, deductions, agreements. */
export interface RegisterStore {
  addInstitutions(entries: readonly Institution[]): Promise<void>;
  addCatalogue(entries: readonly CatalogueItem[]): Promise<void>;
  addSources(sources: readonly RegisterSource[]): Promise<void>;
  addBalances(
    balances: readonly StoredBalance[],
    openings: readonly StoredOpening[],
    day: Day,
  ): Promise<void>;
  /** How often each deduction stands, by its JSON of hospital, month, reason, fen and note. */
  deductionCounts(): Promise<ReadonlyMap<string, number>>;
  addDeductions(deductions: readonly Deduction[]): Promise<void>;
  /** Agreements that came with a delivery: their file, by the hash under which it is archived. */
  addAgreementFile(path: string, sha256: string): Promise<void>;
  agreementFiles(): Promise<readonly { readonly path: string; readonly sha256: string }[]>;
  institutions(): Promise<ReadonlyMap<string, Institution>>;
  catalogue(): Promise<ReadonlyMap<string, CatalogueEntry>>;
  /** The national codes of old codes in the register of a source. */
  itemCodes(source: string): Promise<ReadonlyMap<string, string>>;
  /** The balances of the old schemes that are in the books, by county, scheme and account. */
  balances(): Promise<ReadonlyMap<string, ReadAmount>>;
}
