-- A settlement is a list of entries: what was settled, what was taken back, what was posted anew.

-- What the law may ask about a claim beyond its amounts.
ALTER TABLE claim ADD COLUMN dise_codg TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN is_emergency INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN sessions INTEGER NOT NULL DEFAULT 1;
ALTER TABLE claim ADD COLUMN prescription_months INTEGER NOT NULL DEFAULT 1;
ALTER TABLE claim ADD COLUMN transferred_from TEXT NOT NULL DEFAULT '';
-- A refund (退费) takes a settlement back: its number, where the row states it.
ALTER TABLE claim ADD COLUMN is_refund INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN init_medins_setl_id TEXT NOT NULL DEFAULT '';
-- Names of the region's law, comma between them.
ALTER TABLE institution ADD COLUMN traits TEXT NOT NULL DEFAULT '';
-- A bill without parts: they are made of its fee lines when it is settled, and then stand here.
ALTER TABLE claim ADD COLUMN is_unclassified INTEGER NOT NULL DEFAULT 0;

-- An item of the catalogue may change on a day.
CREATE TABLE catalogue_version (
  med_list_codg  TEXT NOT NULL,
  begndate       TEXT NOT NULL,         -- '' from the beginning
  enddate        TEXT NOT NULL,         -- '' while it is valid
  med_list_name  TEXT NOT NULL,
  chrgitm_lv     TEXT NOT NULL,
  selfpay_prop   TEXT NOT NULL,
  item_kind      TEXT NOT NULL,         -- a kind of the region's law; '' for none
  pric_uplmt_amt TEXT NOT NULL,         -- price of one; '' without a limit
  PRIMARY KEY (med_list_codg, begndate)
) STRICT, WITHOUT ROWID;
INSERT INTO catalogue_version
  SELECT med_list_codg, '', '', med_list_name, chrgitm_lv, selfpay_prop, '', '' FROM catalogue_item;
DROP TABLE catalogue_item;
CREATE INDEX claim_visit ON claim (mdtrt_id);

CREATE TABLE settlement_entry (
  part_no         INTEGER NOT NULL,
  psn_no          TEXT NOT NULL,
  claim_id        INTEGER NOT NULL,
  entry           INTEGER NOT NULL,    -- 0, 1, 2 … of the claim
  kind            TEXT NOT NULL CHECK (kind IN ('settled', 'reversal', 'corrected')),
  reason          TEXT NOT NULL,       -- why an entry follows another; '' for the first
  cases           INTEGER NOT NULL,    -- 1, and -1 for what takes a bill back
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
  run_id          INTEGER REFERENCES run,  -- that posted it; none for what was posted before this
  PRIMARY KEY (part_no, psn_no, claim_id, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO settlement_entry
  SELECT part_no, psn_no, claim_id, 0, 'settled', '', 1, month, policy, settled_by, fixmedins_code,
    medfee_sumamt, act_pay_dedc, hifp_pay, hifmi_pay, maf_pay, oth_pay, fund_pay_sumamt,
    psn_part_amt, steps, shadow, NULL
  FROM settlement;
DROP TABLE settlement;
ALTER TABLE settlement_entry RENAME TO settlement;
CREATE INDEX settlement_claim ON settlement (claim_id, entry);
CREATE INDEX settlement_month ON settlement (month, fixmedins_code);

CREATE TRIGGER settlement_insert BEFORE INSERT ON settlement
WHEN EXISTS (SELECT 1 FROM month WHERE month = NEW.month AND state IN ('closing', 'closed'))
BEGIN SELECT RAISE(ABORT, 'month is closed'); END;
CREATE TRIGGER settlement_update BEFORE UPDATE ON settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is never edited'); END;
CREATE TRIGGER settlement_delete BEFORE DELETE ON settlement
BEGIN SELECT RAISE(ABORT, 'a settlement is never deleted'); END;

-- What a person's year has used up, by the names of the law; made of the settlements, so that it
-- can be made again.
DROP TABLE year_to_date;
CREATE TABLE year_to_date (
  part_no INTEGER NOT NULL,
  psn_no  TEXT NOT NULL,
  year    INTEGER NOT NULL,
  state   TEXT NOT NULL,
  PRIMARY KEY (part_no, psn_no, year)
) STRICT, WITHOUT ROWID;

-- Which settlement a refund took back.
CREATE TABLE refund (
  claim_id  INTEGER PRIMARY KEY,
  refund_of INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER refund_update BEFORE UPDATE ON refund
BEGIN SELECT RAISE(ABORT, 'a refund is never edited'); END;
CREATE TRIGGER refund_delete BEFORE DELETE ON refund
BEGIN SELECT RAISE(ABORT, 'a refund is never deleted'); END;
