import { ratio } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import { readPrice } from "../../domain/quantity.js";
import type { FeeLineRow } from "../../domain/visits.js";
import type { FeeLine, ItemFacts } from "../../settle/fee-lines.js";
import type { StoredClaim } from "../../store/port/claims.js";
import type { CatalogueEntry } from "../../store/port/registers.js";
import type { Store } from "../../store/store.js";

/** The fee lines of a bill with what the catalogue says of them, and the codes that it lacks. */
export interface BillLines {
  readonly lines: readonly (FeeLine & { readonly feeOcurTime: Day })[];
  readonly unknown: readonly string[];
}

/** Reads the fee lines of claims, each item as the catalogue has it on the day of the line. */
export class FeeLines {
  private readonly codes = new Map<string, ReadonlyMap<string, string>>();

  private constructor(
    private readonly store: Store,
    private readonly catalogue: ReadonlyMap<string, CatalogueEntry>,
  ) {}

  static async open(store: Store): Promise<FeeLines> {
    return new FeeLines(store, await store.registers.catalogue());
  }

  /** Lines of claims that may be settled by them: without parts, or with days of two months. */
  async of(claims: readonly StoredClaim[]): Promise<ReadonlyMap<number, BillLines>> {
    const found = new Map<number, BillLines>();
    for (const claim of claims) {
      if (!claim.isUnclassified && claim.begndate.slice(0, 4) === claim.enddate.slice(0, 4))
        continue;
      found.set(claim.claimId, await this.ofClaim(claim));
    }
    return found;
  }

  private async ofClaim({ insuSource, mdtrtId }: StoredClaim): Promise<BillLines> {
    const rows = await this.store.visits.feeLines(insuSource, mdtrtId);
    const codes = await this.codesOf(insuSource);
    const unknown: string[] = [];
    const lines = rows.flatMap((row) => {
      const code = codes.get(row.medinsListCodg) ?? row.medinsListCodg;
      const item = itemOn(this.catalogue.get(code) ?? [], row);
      if (item === undefined) unknown.push(row.medinsListCodg);
      return item === undefined ? [] : [lineOf(row, item)];
    });
    return { lines, unknown };
  }

  private async codesOf(source: string): Promise<ReadonlyMap<string, string>> {
    const known = this.codes.get(source) ?? (await this.store.registers.itemCodes(source));
    this.codes.set(source, known);
    return known;
  }
}

function lineOf(row: FeeLineRow, item: ItemFacts): BillLines["lines"][number] {
  const { feedetlSn, detItemFeeSumamt, cnt, pric, feeOcurTime } = row;
  return { feedetlSn, detItemFeeSumamt, cnt, pric, feeOcurTime, item };
}

/** 甲、乙、丙 by chrgitm_lv 01, 02, 03 (standards.md 1.9); another class pays nothing. */
const classes: Readonly<Record<string, ItemFacts["class"]>> = { "01": "A", "02": "B" };

function itemOn(versions: CatalogueEntry, { feeOcurTime: day }: FeeLineRow): ItemFacts | undefined {
  const item = versions.findLast(
    ({ begndate, enddate }) => begndate <= day && (enddate === "" || day <= enddate),
  );
  if (item === undefined) return undefined;
  const { chrgitmLv, itemKind: kind, selfpayProp, pricUplmtAmt } = item;
  return {
    class: classes[chrgitmLv] ?? "C",
    kind,
    selfpayProp: ratio(selfpayProp === "" ? "0" : selfpayProp),
    pricUplmtAmt: pricUplmtAmt === "" ? undefined : readPrice(pricUplmtAmt),
  };
}
