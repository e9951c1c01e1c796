-- One record per person: what every row says of its person, what people decided, what waits.

-- What each loaded or merged row says of its person, cleaned. `person` is made of these rows (and
-- of the entries in `person_change`), so it can be made again. It takes the place of
-- `person_source`: old number → person, and the row that said so.
CREATE TABLE person_row (
  part_no        INTEGER NOT NULL,     -- the person whose row it is now
  psn_no         TEXT NOT NULL,
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  loaded_as      TEXT NOT NULL,        -- the person number with which it was loaded
  gives_record   INTEGER NOT NULL,     -- 0: of a person known before; what it changed is an entry
  source         TEXT NOT NULL,
  legacy_id      TEXT NOT NULL,
  household_no   TEXT NOT NULL,
  head_relation  TEXT NOT NULL,
  psn_name       TEXT NOT NULL,
  certno         TEXT NOT NULL,
  certno_status  TEXT NOT NULL,
  gend           TEXT NOT NULL,
  brdy           TEXT NOT NULL,
  naty           TEXT NOT NULL,
  tel            TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no, file_id, line)
) STRICT, WITHOUT ROWID;

-- Every enrolment that a row states of its person. A row that did nothing but end an enrolment
-- stands in `person_change` instead.
CREATE TABLE enrolment_row (
  part_no        INTEGER NOT NULL,
  psn_no         TEXT NOT NULL,
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  loaded_as      TEXT NOT NULL,
  source         TEXT NOT NULL,
  legacy_id      TEXT NOT NULL,
  insutype       TEXT NOT NULL,
  psn_type       TEXT NOT NULL,
  psn_insu_stas  TEXT NOT NULL,
  psn_idet_type  TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  psn_insu_date  TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no, file_id, line)
) STRICT, WITHOUT ROWID;

-- A database from before knows of its rows only what became their person's record.
INSERT INTO person_row
  SELECT s.part_no, s.psn_no, s.file_id, s.line, s.psn_no, 1, s.source, s.legacy_id,
    k.household_no, k.head_relation, s.psn_name, k.certno, k.certno_status, k.gend, k.brdy, k.naty,
    k.tel, k.insuplc_admdvs
  FROM person_source s JOIN person k ON k.part_no = s.part_no AND k.psn_no = s.psn_no;
INSERT INTO enrolment_row
  SELECT e.part_no, e.psn_no, e.file_id, e.line, e.psn_no, f.source,
    COALESCE((SELECT MIN(s.legacy_id) FROM person_source s
      WHERE s.part_no = e.part_no AND s.psn_no = e.psn_no AND s.source = f.source), ''),
    e.insutype, e.psn_type,
    CASE WHEN EXISTS (SELECT 1 FROM enrolment u
      WHERE u.part_no = e.part_no AND u.psn_no = e.psn_no AND u.insutype = '390')
    THEN '1' ELSE '2' END,
    COALESCE((SELECT MIN(i.psn_idet_type) FROM identity i WHERE i.part_no = e.part_no
      AND i.psn_no = e.psn_no AND i.file_id = e.file_id AND i.line = e.line), ''),
    e.insuplc_admdvs, e.begndate
  FROM enrolment e JOIN source_file f ON f.file_id = e.file_id WHERE e.insutype <> '390';
DROP TABLE person_source;

CREATE UNIQUE INDEX person_row_place ON person_row (file_id, line);
CREATE INDEX person_row_number ON person_row (source, legacy_id, psn_name);
CREATE INDEX enrolment_row_place ON enrolment_row (file_id, line);

-- A number that was merged away: it stays known, and is never given again.
CREATE TABLE person_alias (
  part_no     INTEGER NOT NULL,
  psn_no      TEXT NOT NULL,
  kept_psn_no TEXT NOT NULL,           -- may be an alias itself by now
  PRIMARY KEY (part_no, psn_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_kept ON person_alias (kept_psn_no);

-- What people decided about two records: entries, replayed by every run, never changed. A record is
-- named by source, old number and name; where it has no old number, by content hash and row number.
CREATE TABLE match_decision (
  decision_id     INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('same', 'different')),
  left_source     TEXT NOT NULL,
  left_legacy_id  TEXT NOT NULL,
  left_psn_name   TEXT NOT NULL,
  left_place      TEXT NOT NULL,       -- sha256:row, or '' where the old number names it
  right_source    TEXT NOT NULL,
  right_legacy_id TEXT NOT NULL,
  right_psn_name  TEXT NOT NULL,
  right_place     TEXT NOT NULL,
  decided_by      TEXT NOT NULL,
  decided_on      TEXT NOT NULL,
  reason          TEXT NOT NULL,
  origin          TEXT NOT NULL CHECK (origin IN ('review', 'undo', 'file')),
  replaces        INTEGER REFERENCES match_decision,
  run_id          INTEGER NOT NULL REFERENCES run
) STRICT;
CREATE UNIQUE INDEX match_decision_replaces ON match_decision (replaces)
  WHERE replaces IS NOT NULL;
CREATE TRIGGER match_decision_update BEFORE UPDATE ON match_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never edited'); END;
CREATE TRIGGER match_decision_delete BEFORE DELETE ON match_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

-- Pairs of loaded records of which a person has to say whether they are one.
CREATE TABLE review_pair (
  left_file_id    INTEGER NOT NULL,    -- the lower place
  left_line       INTEGER NOT NULL,
  right_file_id   INTEGER NOT NULL,
  right_line      INTEGER NOT NULL,
  left_source     TEXT NOT NULL,
  left_legacy_id  TEXT NOT NULL,
  left_psn_name   TEXT NOT NULL,
  left_place      TEXT NOT NULL,
  right_source    TEXT NOT NULL,
  right_legacy_id TEXT NOT NULL,
  right_psn_name  TEXT NOT NULL,
  right_place     TEXT NOT NULL,
  probability     REAL NOT NULL,       -- nine places
  levels          TEXT NOT NULL,       -- how near, and each field's level: JSON
  reason          TEXT NOT NULL CHECK (
    reason IN ('probability', 'chain', 'two-people', 'decision-split')),
  run_id          INTEGER NOT NULL REFERENCES run,
  PRIMARY KEY (left_file_id, left_line, right_file_id, right_line)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_pair_right ON review_pair (right_file_id, right_line);

-- How people are matched is read too: the spec and its tables, weights, decisions given back.
CREATE TABLE run_input_new (
  run_id INTEGER NOT NULL REFERENCES run,
  role   TEXT NOT NULL CHECK (
    role IN ('manifest', 'source', 'layout', 'codes', 'rules', 'policy', 'agreement',
             'corrections', 'match', 'weights', 'review')),
  path   TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run_id, role, path, sha256)
) STRICT;
INSERT INTO run_input_new SELECT run_id, role, path, sha256 FROM run_input;
DROP TABLE run_input;
ALTER TABLE run_input_new RENAME TO run_input;
