import { outcome } from "../../domain/intake.js";
import type { ListRow } from "../../migrate/registers.js";
import type { CatalogueEntry, CatalogueItem, Institution } from "../../store/port/registers.js";
import type { Store } from "../../store/store.js";
import { type RegisterCode, type UnifiedRegister, unifyRegister } from "../../unify/register.js";
import type { FileNames } from "./file-names.js";
import type { Gathered, ListName } from "./gathered.js";

/** What the two registers came to. */
export interface RegisterReport {
  readonly institutions: number;
  readonly catalogueItems: number;
}

/** Unifications 4 and 5: one catalogue, one register of hospitals, by the bureau's crosswalks. */
export async function unifyRegisters(
  store: Store,
  { lists }: Gathered,
  files: FileNames,
): Promise<RegisterReport> {
  const fileName = (fileId: number): string => files.get(fileId) ?? "";
  const codesOf = <Entry>(
    list: ListName,
    codeField: string,
    entryOf: (row: ListRow) => Entry,
  ): readonly RegisterCode<Entry>[] =>
    lists[list].map((row) => ({
      ...row,
      nationalCode: row.text(codeField),
      entry: entryOf(row),
    }));

  const hospitals = unifyRegister({
    label: "institution-codes",
    rows: lists.institution,
    codes: codesOf("institution-code", "fixmedins_code", institutionOf),
    known: await store.registers.institutions(),
    describe: ({ fixmedinsName, hospLv, dedcHospLv, fixBlngAdmdvs }) =>
      [fixmedinsName, hospLv, dedcHospLv, fixBlngAdmdvs].join(" / "),
    fileName,
  });
  await store.registers.addInstitutions([...hospitals.entries.values()]);
  await place(store, "institution", hospitals);

  const catalogue = unifyRegister({
    label: "catalogue-codes",
    rows: lists.catalogue,
    codes: versionsOf(codesOf("catalogue-code", "med_list_codg", (row) => [itemOf(row)])),
    known: await store.registers.catalogue(),
    describe: (versions) => versions.map(itemText).join("; "),
    fileName,
  });
  await store.registers.addCatalogue([...catalogue.entries.values()].flat());
  await place(store, "catalogue", catalogue);
  return { institutions: hospitals.entries.size, catalogueItems: catalogue.entries.size };
}

async function place(
  store: Store,
  register: "institution" | "catalogue",
  unified: UnifiedRegister<unknown>,
): Promise<void> {
  const { placed, setAside } = unified;
  await store.registers.addSources(
    placed.map(({ row, nationalCode }) => ({
      register,
      source: row.source,
      legacyCode: row.legacyCode,
      nationalCode,
      fileId: row.fileId,
      line: row.line,
    })),
  );
  const merged = placed.filter((one) => !one.isFirst);
  await store.intake.settleRows(
    [
      ...merged.map(({ row }) => ({ ...row, outcome: outcome.merged })),
      ...setAside.map(({ row }) => ({ ...row, outcome: outcome.setAside })),
    ],
    setAside.map(({ row, problem }) => ({ ...row, problem })),
  );
}

function institutionOf({ text }: ListRow): Institution {
  return {
    fixmedinsCode: text("fixmedins_code"),
    fixmedinsName: text("fixmedins_name"),
    hospLv: text("hosp_lv"),
    dedcHospLv: text("dedc_hosp_lv"),
    fixBlngAdmdvs: text("fix_blng_admdvs"),
    traits: text("hospital_traits")
      .split(/[,;、 ]+/)
      .filter((trait) => trait !== ""),
  };
}

function itemOf({ text }: ListRow): CatalogueItem {
  return {
    medListCodg: text("med_list_codg"),
    begndate: text("begndate") as CatalogueItem["begndate"],
    enddate: text("enddate") as CatalogueItem["enddate"],
    medListName: text("med_list_name"),
    chrgitmLv: text("chrgitm_lv"),
    selfpayProp: text("selfpay_prop"),
    itemKind: text("item_kind"),
    pricUplmtAmt: text("pric_uplmt_amt"),
  };
}

/** Lines of the crosswalk that differ in their first day are versions of one entry. */
function versionsOf(
  codes: readonly RegisterCode<CatalogueEntry>[],
): readonly RegisterCode<CatalogueEntry>[] {
  const joined = new Map<string, RegisterCode<CatalogueEntry>>();
  const repeated: RegisterCode<CatalogueEntry>[] = [];
  for (const code of codes) {
    const key = `${code.source} ${code.legacyCode} ${code.nationalCode}`;
    const before = joined.get(key);
    const days = before?.entry.map((one) => one.begndate) ?? [];
    if (before === undefined) joined.set(key, code);
    else if (code.entry.some((one) => days.includes(one.begndate))) repeated.push(code);
    else joined.set(key, { ...before, entry: [...before.entry, ...code.entry].sort(byFirstDay) });
  }
  return [...joined.values(), ...repeated];
}

function byFirstDay(left: CatalogueItem, right: CatalogueItem): number {
  return left.begndate < right.begndate ? -1 : 1;
}

function itemText(item: CatalogueItem): string {
  const { medListName, chrgitmLv, selfpayProp, itemKind, pricUplmtAmt } = item;
  const days = `${item.begndate} ${item.enddate}`.trim();
  const facts = [medListName, chrgitmLv, selfpayProp, itemKind, pricUplmtAmt, days];
  return facts.filter((fact) => fact !== "").join(" / ");
}
