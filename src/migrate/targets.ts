/** The records that a legacy layout can fill, and their fields (national names, snake case). */
export const recordTargets = {
  person: {
    required: ["legacy_id", "psn_name", "gend", "insuplc_admdvs"],
    optional: [
      "household_no",
      "head_relation",
      "certno",
      "brdy",
      "naty",
      "tel",
      "family_balc",
      "hifp_pay",
      "hifmi_pay",
    ],
  },
  enrolment: {
    required: ["legacy_id", "insutype", "psn_insu_stas", "psn_insu_date"],
    optional: [
      "psn_type",
      "psn_idet_type",
      "insuplc_admdvs",
      "live_admdvs",
      "work_admdvs",
      "psn_clct_amt",
      "accrym_begn",
    ],
  },
  "employee-insured": {
    required: ["legacy_id", "psn_name", "psn_insu_date"],
    optional: [
      "certno",
      "gend",
      "brdy",
      "psn_type",
      "psn_insu_stas",
      "insuplc_admdvs",
      "work_admdvs",
    ],
  },
  institution: {
    required: ["legacy_code", "fixmedins_name"],
    optional: ["hosp_lv", "fix_blng_admdvs"],
  },
  "institution-code": {
    required: ["source", "legacy_code", "fixmedins_code", "fixmedins_name", "dedc_hosp_lv"],
    optional: ["hosp_lv", "fix_blng_admdvs", "hospital_traits"],
  },
  catalogue: { required: ["legacy_code", "med_list_name"], optional: ["chrgitm_lv"] },
  "catalogue-code": {
    required: ["source", "legacy_code", "med_list_codg", "med_list_name", "chrgitm_lv"],
    optional: ["selfpay_prop", "item_kind", "pric_uplmt_amt", "begndate", "enddate"],
  },
  "fund-balance": { required: ["admdvs", "insutype", "account", "balance"], optional: [] },
  claim: {
    required: [
      "medins_setl_id",
      "mdtrt_id",
      "insu_source",
      "legacy_id",
      "psn_name",
      "settled_by",
      "fixmedins_code",
      "med_type",
      "offsite_flag",
      "refer_flag",
      "begndate",
      "enddate",
      "setl_time",
      "refd_setl_flag",
      "medfee_sumamt",
    ],
    optional: [
      "fulamt_ownpay_amt",
      "overlmt_selfpay",
      "preselfpay_amt",
      "inscp_scp_amt",
      "certno",
      "dise_codg",
      "emergency_flag",
      "sessions",
      "prescription_months",
      "transferred_from",
      "init_medins_setl_id",
      "act_pay_dedc",
      "hifp_pay",
      "hifmi_pay",
      "maf_pay",
      "oth_pay",
      "fund_pay_sumamt",
      "psn_part_amt",
    ],
  },
  visit: {
    required: ["mdtrt_id", "mdtrt_cert_no", "fixmedins_code", "begndate"],
    optional: ["legacy_id", "psn_name", "med_type", "dise_codg", "dept_name", "dr_name"],
  },
  "fee-line": {
    required: ["mdtrt_id", "feedetl_sn", "fee_ocur_time", "medins_list_codg", "pric", "cnt"],
    optional: ["init_feedetl_sn", "rxno", "medins_list_name", "spec", "det_item_fee_sumamt"],
  },
  deduction: { required: ["fixmedins_code", "month", "reason", "ded_amt"], optional: ["memo"] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type SingleRecord = keyof typeof recordTargets;

/** One line may hold a person and the enrolment at once. */
export type RecordKind = SingleRecord | "person-enrolment";

export const recordKinds = [
  "person-enrolment",
  ...(Object.keys(recordTargets) as SingleRecord[]),
] as const;

/** Fields that mean something only beside another: an amount and the period it was paid for. */
export const companions: Readonly<Record<string, string>> = { psn_clct_amt: "accrym_begn" };

/** The fields that a record of this kind may and must be given. */
export function targetsOf(record: RecordKind): {
  readonly required: readonly string[];
  readonly optional: readonly string[];
} {
  if (record !== "person-enrolment") return recordTargets[record];
  const { person, enrolment } = recordTargets;
  return {
    required: [...person.required, ...enrolment.required],
    optional: [...person.optional, ...enrolment.optional],
  };
}
