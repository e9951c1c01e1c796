import assert from "node:assert";
import type { Origin } from "../../domain/records.js";
import type { FeeLineRow, VisitRow } from "../../domain/visits.js";
import type { Repeated, VisitStore } from "../port/visits.js";
import { all, type Database, first, inBatch, inserter } from "./database.js";

/** The columns of both tables with the fields that fill them, in this order. */
const VISIT = {
  source: "source",
  mdtrt_id: "mdtrtId",
  file_id: "fileId",
  line: "line",
  mdtrt_cert_no: "mdtrtCertNo",
  legacy_id: "legacyId",
  psn_name: "psnName",
  fixmedins_code: "fixmedinsCode",
  med_type: "medType",
  begndate: "begndate",
  dise_codg: "diseCodg",
  dept_name: "deptName",
  dr_name: "drName",
} as const satisfies Record<string, keyof VisitRow>;

const FEE_LINE = {
  source: "source",
  mdtrt_id: "mdtrtId",
  feedetl_sn: "feedetlSn",
  file_id: "fileId",
  line: "line",
  init_feedetl_sn: "initFeedetlSn",
  rxno: "rxno",
  fee_ocur_time: "feeOcurTime",
  medins_list_codg: "medinsListCodg",
  medins_list_name: "medinsListName",
  spec: "spec",
  pric: "pric",
  cnt: "cnt",
  det_item_fee_sumamt: "detItemFeeSumamt",
} as const satisfies Record<string, keyof FeeLineRow>;

/** Visits and fee lines in SQLite. */
export function visitStore(database: Database): VisitStore {
  return {
    addVisits: adder<VisitRow>(database, "visit", VISIT, ["source", "mdtrt_id"]),
    addFeeLines: adder<FeeLineRow>(database, "fee_line", FEE_LINE, [
      "source",
      "mdtrt_id",
      "feedetl_sn",
    ]),
    async visit(source, mdtrtId) {
      const sql = `SELECT ${selected(VISIT)} FROM visit WHERE source = ? AND mdtrt_id = ?`;
      return first<VisitRow>(database.prepare(sql), source, mdtrtId);
    },
    async feeLines(source, mdtrtId) {
      const sql = `SELECT ${selected(FEE_LINE)} FROM fee_line
        WHERE source = ? AND mdtrt_id = ? ORDER BY feedetl_sn`;
      return all<FeeLineRow>(database.prepare(sql), source, mdtrtId);
    },
  };
}

/** The function that adds rows of a table and gives back those whose key stands already. */
function adder<Row extends VisitRow | FeeLineRow>(
  database: Database,
  table: string,
  columns: Readonly<Record<string, keyof Row>>,
  keys: readonly string[],
): (rows: readonly Row[]) => Promise<readonly Repeated<Row>[]> {
  const fields = Object.values(columns);
  const keyFields = keys.map((key) => columns[key] as keyof Row);
  const conflict = `ON CONFLICT (${keys.join(", ")}) DO NOTHING`;
  return async (rows) => {
    const insert = inserter(database, table, Object.keys(columns), conflict);
    const find = database.prepare(
      `SELECT t.file_id AS fileId, t.line, r.line_hash AS lineHash
       FROM ${table} t LEFT JOIN source_row r USING (file_id, line)
       WHERE ${keys.map((key) => `t.${key} = ?`).join(" AND ")}`,
    );
    return inBatch(database, () =>
      rows
        .filter((row) => insert.run(...fields.map((field) => row[field])).changes === 0)
        .map((row) => {
          type Found = Origin & { readonly lineHash: number | null };
          const found = first<Found>(find, ...keyFields.map((key) => row[key]));
          assert(found !== undefined, "what stands in the way of a row is there");
          const { fileId, line, lineHash } = found;
          return { row, first: { fileId, line }, lineHash: lineHash ?? undefined };
        }),
    );
  };
}

function selected(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([column, field]) => `${column} AS ${field}`)
    .join(", ");
}
