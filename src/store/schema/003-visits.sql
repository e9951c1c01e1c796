-- What old systems knew of a visit before it was settled: its registration and its fee lines.

CREATE TABLE visit (
  source         TEXT NOT NULL,
  mdtrt_id       TEXT NOT NULL,
  file_id        INTEGER NOT NULL,
  line           INTEGER NOT NULL,
  mdtrt_cert_no  TEXT NOT NULL,
  legacy_id      TEXT NOT NULL,
  psn_name       TEXT NOT NULL,
  fixmedins_code TEXT NOT NULL,
  med_type       TEXT NOT NULL,
  begndate       TEXT NOT NULL,
  dise_codg      TEXT NOT NULL,
  dept_name      TEXT NOT NULL,
  dr_name        TEXT NOT NULL,
  PRIMARY KEY (source, mdtrt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_origin ON visit (file_id, line);

CREATE TABLE fee_line (
  source              TEXT NOT NULL,
  mdtrt_id            TEXT NOT NULL,
  feedetl_sn          TEXT NOT NULL,
  file_id             INTEGER NOT NULL,
  line                INTEGER NOT NULL,
  init_feedetl_sn     TEXT NOT NULL,
  rxno                TEXT NOT NULL,
  fee_ocur_time       TEXT NOT NULL,
  medins_list_codg    TEXT NOT NULL,
  medins_list_name    TEXT NOT NULL,
  spec                TEXT NOT NULL,
  pric                INTEGER NOT NULL, -- millionths of a yuan
  cnt                 INTEGER NOT NULL, -- ten-thousandths, below zero on a refund
  det_item_fee_sumamt INTEGER NOT NULL,
  PRIMARY KEY (source, mdtrt_id, feedetl_sn)
) STRICT, WITHOUT ROWID;
CREATE INDEX fee_line_origin ON fee_line (file_id, line);
