-- People who are put together or taken apart after they were loaded.

-- Every record that went from one number to another: the way back, and what lineage tells.
CREATE TABLE person_move (
  move_id     INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL REFERENCES run,
  kind        TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
  file_id     INTEGER NOT NULL,
  line        INTEGER NOT NULL,
  from_psn_no TEXT NOT NULL,
  to_psn_no   TEXT NOT NULL
) STRICT;
CREATE INDEX person_move_place ON person_move (file_id, line);
CREATE INDEX person_move_from ON person_move (from_psn_no);
CREATE INDEX person_move_to ON person_move (to_psn_no);
CREATE TRIGGER person_move_update BEFORE UPDATE ON person_move
BEGIN SELECT RAISE(ABORT, 'a move is never edited'); END;
CREATE TRIGGER person_move_delete BEFORE DELETE ON person_move
BEGIN SELECT RAISE(ABORT, 'a move is never deleted'); END;

-- Whose a settled claim is now, where that is not the number under which it was settled (nor the
-- one that this was merged into). Claim and settlement stay as they are: months are closed.
CREATE TABLE claim_person (
  claim_id INTEGER PRIMARY KEY REFERENCES claim,
  part_no  INTEGER NOT NULL,
  psn_no   TEXT NOT NULL
) STRICT;
CREATE INDEX claim_person_number ON claim_person (part_no, psn_no);

-- Merges that somebody wants undone: written once, decided on by their approval.
CREATE TABLE merge_undo (
  approval_id  INTEGER PRIMARY KEY REFERENCES approval,
  psn_no       TEXT NOT NULL,
  records      TEXT NOT NULL,          -- the places of the records that leave, JSON
  reason       TEXT NOT NULL,
  replaces     TEXT NOT NULL,          -- the decisions that it takes back, JSON
  consequences TEXT NOT NULL,          -- SHA-256 of what was listed when it was prepared
  report       TEXT NOT NULL,          -- what was listed, JSON
  prepared_at  TEXT NOT NULL
) STRICT;
CREATE INDEX merge_undo_person ON merge_undo (psn_no);
CREATE TRIGGER merge_undo_update BEFORE UPDATE ON merge_undo
BEGIN SELECT RAISE(ABORT, 'an undo is never edited'); END;
CREATE TRIGGER merge_undo_delete BEFORE DELETE ON merge_undo
BEGIN SELECT RAISE(ABORT, 'an undo is never deleted'); END;
