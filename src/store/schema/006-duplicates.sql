-- Several enrolments of one person: what decides which one continues, and what the others cost.
ALTER TABLE staged_enrolment ADD COLUMN live_admdvs TEXT NOT NULL DEFAULT '';
ALTER TABLE staged_enrolment ADD COLUMN work_admdvs TEXT NOT NULL DEFAULT '';
ALTER TABLE staged_enrolment ADD COLUMN psn_clct_amt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staged_enrolment ADD COLUMN accrym_begn TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolment_row ADD COLUMN live_admdvs TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolment_row ADD COLUMN work_admdvs TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolment_row ADD COLUMN psn_clct_amt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment_row ADD COLUMN accrym_begn TEXT NOT NULL DEFAULT ''; -- '': no contribution

-- Benefits of an enrolment are found by the old number that the bill names.
CREATE INDEX claim_number ON claim (insu_source, legacy_id);

-- A row of a list of people in the employee scheme says who somebody is, and gives no record.
ALTER TABLE staged_person ADD COLUMN is_employee INTEGER NOT NULL DEFAULT 0;

-- Everybody on a list of the employee scheme, residents or not.
CREATE TABLE employee_insured (
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  source         TEXT NOT NULL,
  legacy_id      TEXT NOT NULL,
  psn_name       TEXT NOT NULL,
  certno         TEXT NOT NULL,
  brdy           TEXT NOT NULL,
  psn_type       TEXT NOT NULL,
  psn_insu_stas  TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  psn_insu_date  TEXT NOT NULL,
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;
