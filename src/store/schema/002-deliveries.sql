-- Deliveries that come again, are corrected row by row, or differ from their control totals.

-- Where a delivery lay, seen from the workspace: the way back to its bytes.
ALTER TABLE run ADD COLUMN folder TEXT NOT NULL DEFAULT '';

-- A file of corrected rows names the file whose rows it corrects (and has its lines); a file whose
-- content came before names the one that brought it. `reading` is a hash over the layout and the
-- crosswalks with which it was read.
ALTER TABLE source_file ADD COLUMN corrects INTEGER;
ALTER TABLE source_file ADD COLUMN repeats INTEGER;
ALTER TABLE source_file ADD COLUMN reading TEXT NOT NULL DEFAULT '';
CREATE INDEX source_file_content ON source_file (sha256);
CREATE INDEX source_file_repeats ON source_file (repeats) WHERE repeats IS NOT NULL;
CREATE INDEX source_file_corrects ON source_file (corrects) WHERE corrects IS NOT NULL;

-- What a person made of a row that was set aside: an entry, never a change of the row.
CREATE TABLE row_correction (
  file_id  INTEGER NOT NULL,           -- of the run that took the correction
  line     INTEGER NOT NULL,
  action   TEXT NOT NULL CHECK (action IN ('corrected', 'dropped')),
  reason   TEXT NOT NULL,              -- why it was dropped
  fields   TEXT NOT NULL,              -- all fields as they are now, JSON
  changes  TEXT NOT NULL,              -- column, from, to: JSON
  workbook TEXT NOT NULL,              -- SHA-256 of the workbook that came back
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER row_correction_update BEFORE UPDATE ON row_correction
BEGIN SELECT RAISE(ABORT, 'a correction is never edited'); END;
CREATE TRIGGER row_correction_delete BEFORE DELETE ON row_correction
BEGIN SELECT RAISE(ABORT, 'a correction is never deleted'); END;

-- A difference from a control total that somebody accepts: of this content, and of this amount.
CREATE TABLE accepted_difference (
  approval_id INTEGER PRIMARY KEY REFERENCES approval,
  delivery    TEXT NOT NULL,
  path        TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  total       TEXT NOT NULL,
  expected    TEXT NOT NULL,
  found       TEXT NOT NULL,
  difference  TEXT NOT NULL,
  reason      TEXT NOT NULL,
  prepared_at TEXT NOT NULL
) STRICT;
CREATE INDEX accepted_difference_file ON accepted_difference (sha256, total);
CREATE TRIGGER accepted_difference_update BEFORE UPDATE ON accepted_difference
BEGIN SELECT RAISE(ABORT, 'an accepted difference is never edited'); END;
CREATE TRIGGER accepted_difference_delete BEFORE DELETE ON accepted_difference
BEGIN SELECT RAISE(ABORT, 'an accepted difference is never deleted'); END;

-- What a later delivery changed in a person's records; the old value stays readable.
CREATE TABLE person_change (
  part_no  INTEGER NOT NULL,
  psn_no   TEXT NOT NULL,
  file_id  INTEGER NOT NULL,           -- the row that says so; line 0: a list that leaves them out
  line     INTEGER NOT NULL,
  record   TEXT NOT NULL CHECK (record IN ('person', 'enrolment')),
  subject  TEXT NOT NULL,              -- of an enrolment: scheme and first day
  field    TEXT NOT NULL,
  before   TEXT NOT NULL,
  after    TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no, file_id, line, record, subject, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_change_file ON person_change (file_id, psn_no);
CREATE TRIGGER person_change_update BEFORE UPDATE ON person_change
BEGIN SELECT RAISE(ABORT, 'a change is never edited'); END;
CREATE TRIGGER person_change_delete BEFORE DELETE ON person_change
BEGIN SELECT RAISE(ABORT, 'a change is never deleted'); END;

-- The row on which an identity rests, and the ways back from a record to its rows.
ALTER TABLE identity ADD COLUMN file_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identity ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
UPDATE identity SET (file_id, line) = (
  SELECT e.file_id, e.line FROM enrolment e
  WHERE e.part_no = identity.part_no AND e.psn_no = identity.psn_no
  ORDER BY e.enddate = '' DESC, e.begndate LIMIT 1)
WHERE EXISTS (
  SELECT 1 FROM enrolment e WHERE e.part_no = identity.part_no AND e.psn_no = identity.psn_no);
CREATE INDEX person_source_person ON person_source (part_no, psn_no);
CREATE INDEX register_source_code ON register_source (register, national_code);

-- A workbook of corrections is read too.
CREATE TABLE run_input_new (
  run_id INTEGER NOT NULL REFERENCES run,
  role   TEXT NOT NULL CHECK (
    role IN ('manifest', 'source', 'layout', 'codes', 'rules', 'policy', 'agreement',
             'corrections')),
  path   TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run_id, role, path, sha256)
) STRICT;
INSERT INTO run_input_new SELECT run_id, role, path, sha256 FROM run_input;
DROP TABLE run_input;
ALTER TABLE run_input_new RENAME TO run_input;
