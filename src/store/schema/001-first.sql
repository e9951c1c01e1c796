-- Amounts are whole fen, days ISO text. A table of people begins with part_no, psn_no.

-- Runs: whatever changes data, with what it read.
CREATE TABLE run (
  run_id      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,           -- what it worked on: a delivery's hash, a month
  state       TEXT NOT NULL CHECK (state IN ('running', 'done', 'refused', 'abandoned')),
  operator    TEXT NOT NULL,
  system_user TEXT NOT NULL,
  process     TEXT NOT NULL,           -- host:pid, to tell a crashed run from a working one
  started_at  TEXT NOT NULL,
  ended_at    TEXT,
  report      TEXT                     -- counts and totals, JSON
) STRICT;

-- The files of law, mapping and agreement that runs used, by content. explain reads only these.
CREATE TABLE archive (
  sha256  TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE run_input (
  run_id INTEGER NOT NULL REFERENCES run,
  role   TEXT NOT NULL CHECK (
    role IN ('manifest', 'source', 'layout', 'codes', 'policy', 'agreement')),
  path   TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run_id, role, path, sha256)
) STRICT;

CREATE TABLE run_output (
  run_id     INTEGER NOT NULL REFERENCES run,
  path       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  is_private INTEGER NOT NULL,
  PRIMARY KEY (run_id, path)
) STRICT;

-- Where every row came from, and where it went.
CREATE TABLE source_file (
  file_id INTEGER PRIMARY KEY,
  run_id  INTEGER NOT NULL REFERENCES run,
  path    TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  layout  TEXT NOT NULL,
  record  TEXT NOT NULL,
  source  TEXT NOT NULL
) STRICT;

CREATE TABLE source_row (
  file_id   INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  offset    INTEGER NOT NULL,
  length    INTEGER NOT NULL,
  line_hash INTEGER NOT NULL,
  outcome   INTEGER NOT NULL,          -- 0 loaded, 1 merged, 2 set aside
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside_row (
  file_id INTEGER NOT NULL,
  line    INTEGER NOT NULL,
  raw     TEXT NOT NULL,
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  file_id INTEGER NOT NULL,
  line    INTEGER NOT NULL,
  field   TEXT NOT NULL,
  code    TEXT NOT NULL,
  detail  TEXT NOT NULL                -- the values of its text, JSON
) STRICT;
CREATE INDEX problem_place ON problem (file_id, line);

-- Staging: one delivery between reading and loading; empty between runs.
CREATE TABLE staged_person (
  row_no          INTEGER PRIMARY KEY, -- 0, 1, 2 … in the order of the delivery
  file_id         INTEGER NOT NULL,
  line            INTEGER NOT NULL,
  source          TEXT NOT NULL,
  legacy_id       TEXT NOT NULL,
  household_no    TEXT NOT NULL,
  head_relation   TEXT NOT NULL,
  psn_name        TEXT NOT NULL,
  certno          TEXT NOT NULL,
  certno_status   TEXT NOT NULL,
  gend            TEXT NOT NULL,
  brdy            TEXT NOT NULL,
  naty            TEXT NOT NULL,
  tel             TEXT NOT NULL,
  insuplc_admdvs  TEXT NOT NULL,
  is_set_aside    INTEGER NOT NULL,    -- its money is still counted
  family_balc     INTEGER NOT NULL,
  family_residual TEXT NOT NULL,
  hifp_pay        INTEGER NOT NULL,
  hifmi_pay       INTEGER NOT NULL,
  paid_residual   TEXT NOT NULL
) STRICT;

CREATE TABLE staged_enrolment (
  enrolment_no   INTEGER PRIMARY KEY,
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  row_no         INTEGER,              -- the person row, where one line holds both
  part_no        INTEGER,              -- the person, once known
  psn_no         TEXT,
  source         TEXT NOT NULL,
  legacy_id      TEXT NOT NULL,
  insutype       TEXT NOT NULL,
  psn_type       TEXT NOT NULL,
  psn_insu_stas  TEXT NOT NULL,
  psn_idet_type  TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  psn_insu_date  TEXT NOT NULL
) STRICT;

CREATE TABLE staged_match (
  row_no  INTEGER PRIMARY KEY,
  part_no INTEGER NOT NULL,
  psn_no  TEXT NOT NULL,
  role    INTEGER NOT NULL             -- 0 gives the person's record, 1 merged into it
) STRICT;

-- People.
CREATE TABLE person (
  part_no        INTEGER NOT NULL,
  psn_no         TEXT NOT NULL,
  psn_name       TEXT NOT NULL,
  certno         TEXT NOT NULL,
  certno_status  TEXT NOT NULL,
  gend           TEXT NOT NULL,
  brdy           TEXT NOT NULL,
  naty           TEXT NOT NULL,
  tel            TEXT NOT NULL,
  household_no   TEXT NOT NULL,
  head_relation  TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_certno ON person (certno) WHERE certno <> '';

-- Old number → person, and the row that said so.
CREATE TABLE person_source (
  source    TEXT NOT NULL,
  legacy_id TEXT NOT NULL,
  file_id   INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  part_no   INTEGER NOT NULL,
  psn_no    TEXT NOT NULL,
  psn_name  TEXT NOT NULL,
  PRIMARY KEY (source, legacy_id, file_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
  part_no        INTEGER NOT NULL,
  psn_no         TEXT NOT NULL,
  insutype       TEXT NOT NULL,
  begndate       TEXT NOT NULL,
  enddate        TEXT NOT NULL,        -- '' while it runs
  psn_type       TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  file_id        INTEGER NOT NULL,     -- the row it rests on
  line           INTEGER NOT NULL,
  PRIMARY KEY (part_no, psn_no, insutype, begndate)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  part_no       INTEGER NOT NULL,
  psn_no        TEXT NOT NULL,
  psn_idet_type TEXT NOT NULL,
  begndate      TEXT NOT NULL,
  enddate       TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no, psn_idet_type, begndate)
) STRICT, WITHOUT ROWID;

-- What the old schemes had paid for the person in the year before the switch.
CREATE TABLE benefit_history (
  part_no   INTEGER NOT NULL,
  psn_no    TEXT NOT NULL,
  source    TEXT NOT NULL,
  legacy_id TEXT NOT NULL,
  year      INTEGER NOT NULL,
  hifp_pay  INTEGER NOT NULL,
  hifmi_pay INTEGER NOT NULL,
  file_id   INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (part_no, psn_no, source, legacy_id, year)
) STRICT, WITHOUT ROWID;

-- Family accounts, kept as restricted balances (policy.md Q8), and fund balances of both schemes.
CREATE TABLE family_account (
  source         TEXT NOT NULL,
  household_no   TEXT NOT NULL,
  insuplc_admdvs TEXT NOT NULL,
  part_no        INTEGER NOT NULL,
  psn_no         TEXT NOT NULL,        -- who holds it: the head, or the first member
  balance        INTEGER NOT NULL,
  residual       TEXT NOT NULL,
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  PRIMARY KEY (source, household_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE fund_balance (
  admdvs   TEXT NOT NULL,
  insutype TEXT NOT NULL,
  account  TEXT NOT NULL,
  balance  INTEGER NOT NULL,
  residual TEXT NOT NULL,
  file_id  INTEGER NOT NULL,
  line     INTEGER NOT NULL,
  PRIMARY KEY (admdvs, insutype, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE fund_opening (
  admdvs   TEXT NOT NULL,
  insutype TEXT NOT NULL,
  account  TEXT NOT NULL,
  day      TEXT NOT NULL,
  balance  INTEGER NOT NULL,
  PRIMARY KEY (admdvs, insutype, account)
) STRICT, WITHOUT ROWID;

-- Registers of both schemes, unified.
CREATE TABLE institution (
  fixmedins_code  TEXT PRIMARY KEY,
  fixmedins_name  TEXT NOT NULL,
  hosp_lv         TEXT NOT NULL,
  dedc_hosp_lv    TEXT NOT NULL,
  fix_blng_admdvs TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_item (
  med_list_codg TEXT PRIMARY KEY,
  med_list_name TEXT NOT NULL,
  chrgitm_lv    TEXT NOT NULL,
  selfpay_prop  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE register_source (
  register      TEXT NOT NULL CHECK (register IN ('institution', 'catalogue')),
  source        TEXT NOT NULL,
  legacy_code   TEXT NOT NULL,
  national_code TEXT NOT NULL,
  file_id       INTEGER NOT NULL,
  line          INTEGER NOT NULL,
  PRIMARY KEY (register, source, legacy_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE deduction (
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  fixmedins_code TEXT NOT NULL,
  month          TEXT NOT NULL,
  reason         TEXT NOT NULL,
  ded_amt        INTEGER NOT NULL,
  memo           TEXT NOT NULL,
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;

-- Claims: facts as delivered. What was paid for them stands in settlement.
CREATE TABLE claim (
  claim_id          INTEGER PRIMARY KEY,
  file_id           INTEGER NOT NULL,
  line              INTEGER NOT NULL,
  medins_setl_id    TEXT NOT NULL UNIQUE,
  mdtrt_id          TEXT NOT NULL,
  insu_source       TEXT NOT NULL,
  legacy_id         TEXT NOT NULL,
  psn_name          TEXT NOT NULL,
  settled_by        TEXT NOT NULL CHECK (settled_by IN ('window', 'centre')),
  fixmedins_code    TEXT NOT NULL,
  med_type          TEXT NOT NULL,
  is_offsite        INTEGER NOT NULL,
  is_referred       INTEGER NOT NULL,
  begndate          TEXT NOT NULL,
  enddate           TEXT NOT NULL,
  setl_day          TEXT NOT NULL,
  month             TEXT NOT NULL,
  medfee_sumamt     INTEGER NOT NULL,
  fulamt_ownpay_amt INTEGER NOT NULL,
  overlmt_selfpay   INTEGER NOT NULL,
  preselfpay_amt    INTEGER NOT NULL,
  inscp_scp_amt     INTEGER NOT NULL,
  -- what the window paid; empty for claims of the centre
  act_pay_dedc      INTEGER,
  hifp_pay          INTEGER,
  hifmi_pay         INTEGER,
  maf_pay           INTEGER,
  oth_pay           INTEGER,
  fund_pay_sumamt   INTEGER,
  psn_part_amt      INTEGER,
  -- the person, once known
  part_no           INTEGER,
  psn_no            TEXT
) STRICT;
CREATE INDEX claim_work ON claim (month, part_no, psn_no, enddate, setl_day, claim_id);

CREATE TABLE settlement (
  part_no         INTEGER NOT NULL,
  psn_no          TEXT NOT NULL,
  claim_id        INTEGER NOT NULL,
  month           TEXT NOT NULL,
  policy          TEXT NOT NULL REFERENCES archive (sha256),
  settled_by      TEXT NOT NULL,
  fixmedins_code  TEXT NOT NULL,
  medfee_sumamt   INTEGER NOT NULL,
  act_pay_dedc    INTEGER NOT NULL,
  hifp_pay        INTEGER NOT NULL,
  hifmi_pay       INTEGER NOT NULL,
  maf_pay         INTEGER NOT NULL,
  oth_pay         INTEGER NOT NULL,
  fund_pay_sumamt INTEGER NOT NULL,
  psn_part_amt    INTEGER NOT NULL,
  steps           TEXT NOT NULL,       -- how our engine computed it
  shadow          TEXT NOT NULL,       -- what it computed, where the window's amounts bind
  PRIMARY KEY (part_no, psn_no, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_claim ON settlement (claim_id);
CREATE INDEX settlement_month ON settlement (month, fixmedins_code);

CREATE TABLE suspect (
  claim_id INTEGER NOT NULL,
  month    TEXT NOT NULL,
  field    TEXT NOT NULL,
  paid     INTEGER NOT NULL,
  computed INTEGER NOT NULL,
  PRIMARY KEY (claim_id, field)
) STRICT, WITHOUT ROWID;

-- Claims that wait, each with its reason; tried again by every settlement of the month.
CREATE TABLE waiting_claim (
  claim_id INTEGER NOT NULL,
  month    TEXT NOT NULL,
  code     TEXT NOT NULL,
  field    TEXT NOT NULL,
  detail   TEXT NOT NULL,
  PRIMARY KEY (claim_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_to_date (
  part_no             INTEGER NOT NULL,
  psn_no              TEXT NOT NULL,
  year                INTEGER NOT NULL,
  admissions          TEXT NOT NULL,   -- township,1,2,3
  inpatient_paid      INTEGER NOT NULL,
  outpatient_paid     INTEGER NOT NULL,
  outpatient_deducted INTEGER NOT NULL,
  critical_base       INTEGER NOT NULL,
  critical_paid       INTEGER NOT NULL,
  aid_paid            INTEGER NOT NULL,
  PRIMARY KEY (part_no, psn_no, year)
) STRICT, WITHOUT ROWID;

-- Hospitals' months.
CREATE TABLE hospital_month (
  month           TEXT NOT NULL,
  version         INTEGER NOT NULL,    -- a recalculated month is a new version; the last counts
  fixmedins_code  TEXT NOT NULL,
  setl_cnt        INTEGER NOT NULL,
  medfee_sumamt   INTEGER NOT NULL,
  fund_appy_sum   INTEGER NOT NULL,
  hifp_pay        INTEGER NOT NULL,
  outside_quota   INTEGER NOT NULL,
  agreement       TEXT NOT NULL,       -- file:line of the terms in force; '' for none
  deduction       INTEGER NOT NULL,    -- what the audit found
  deducted        INTEGER NOT NULL,    -- the part that this month could bear
  confirmed       INTEGER NOT NULL,
  quota           INTEGER NOT NULL,
  accepted        INTEGER NOT NULL,
  deferred        INTEGER NOT NULL,
  holdback_ratio  INTEGER NOT NULL,    -- millionths
  holdback        INTEGER NOT NULL,
  recover_before  INTEGER NOT NULL,
  recovered       INTEGER NOT NULL,
  recover_after   INTEGER NOT NULL,
  quota_payable   INTEGER NOT NULL,
  payable         INTEGER NOT NULL,
  PRIMARY KEY (month, version, fixmedins_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE month (
  month    TEXT PRIMARY KEY,
  state    TEXT NOT NULL CHECK (state IN ('open', 'settled', 'budgeted', 'closing', 'closed')),
  version  INTEGER NOT NULL,           -- of hospital_month; 0 before the first
  prepared_by TEXT NOT NULL,
  approved_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
  approval_id INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  prepared_by TEXT NOT NULL,
  decided_by  TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused'))
) STRICT;

-- Agreements that came with a delivery.
CREATE TABLE agreement_file (
  sha256 TEXT PRIMARY KEY REFERENCES archive,
  path   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Claims carried over when a month closed, under the name of who closed it.
CREATE TABLE carried_claim (
  claim_id   INTEGER PRIMARY KEY,
  from_month TEXT NOT NULL,
  carried_by TEXT NOT NULL
) STRICT;

-- A closed month never changes, whoever writes to the database.
CREATE TRIGGER settlement_insert BEFORE INSERT ON settlement
WHEN EXISTS (SELECT 1 FROM month WHERE month = NEW.month AND state IN ('closing', 'closed'))
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER settlement_update BEFORE UPDATE ON settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is never edited'); END;
CREATE TRIGGER settlement_delete BEFORE DELETE ON settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is never deleted'); END;
CREATE TRIGGER hospital_month_insert BEFORE INSERT ON hospital_month
WHEN EXISTS (SELECT 1 FROM month WHERE month = NEW.month AND state IN ('closing', 'closed'))
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER hospital_month_update BEFORE UPDATE ON hospital_month
BEGIN SELECT RAISE(ABORT, 'a hospital''s month is never edited'); END;
CREATE TRIGGER hospital_month_delete BEFORE DELETE ON hospital_month
BEGIN SELECT RAISE(ABORT, 'a hospital''s month is never deleted'); END;
CREATE TRIGGER month_update BEFORE UPDATE ON month WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER month_delete BEFORE DELETE ON month
BEGIN SELECT RAISE(ABORT, 'a month is never deleted'); END;
CREATE TRIGGER claim_insert BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM month WHERE month = NEW.month AND state IN ('closing', 'closed'))
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER claim_update BEFORE UPDATE ON claim
WHEN EXISTS (SELECT 1 FROM month WHERE month = OLD.month AND state IN ('closing', 'closed'))
  AND OLD.claim_id NOT IN (SELECT claim_id FROM carried_claim)
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER claim_delete BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never deleted'); END;
