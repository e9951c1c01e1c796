/** What the rules compare, of `staged_person p` beside `source_row r`. */
export const COMPARE = `p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source,
  p.legacy_id AS legacyId, p.psn_name AS psnName, p.certno, p.brdy, p.household_no AS householdNo,
  r.line_hash AS lineHash`;

/** Whether the register said of `staged_match m` just who it is in a row that was loaded before. */
export const IS_SAID = `EXISTS (SELECT 1 FROM person_row s
  WHERE s.part_no = m.part_no AND s.psn_no = m.psn_no AND s.file_id <> p.file_id
    AND s.source = p.source AND s.legacy_id = p.legacy_id
    AND (s.psn_name, s.certno, s.gend, s.brdy) = (p.psn_name, p.certno, p.gend, p.brdy))`;
