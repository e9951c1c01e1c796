/** What the rules compare, of `staged_person p` beside `source_row r`. */
export const COMPARE = `p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source,
  p.legacy_id AS legacyId, p.psn_name AS psnName, p.certno, p.brdy, p.household_no AS householdNo,
  r.line_hash AS lineHash`;
