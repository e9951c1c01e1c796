/**
 * The national codes that a field can hold, where the code table is known (standards.md 1.9, 4.3,
 * 4.4, 4.6); of other fields every code is taken. Identities are house codes (domain/codes.ts), as
 * their national ones are not known.
 */
const NATIONAL_CODES: Readonly<Record<string, RegExp>> = {
  gend: /^[0129]$/,
  naty: /^(0[1-9]|[1-4]\d|5[0-6]|9[78])$/,
  head_relation: /^(0[12]|[1-8]\d|9[079])$/,
  insutype: /^(3[1-7]0|380|39[0129]|410|510)$/,
  psn_type: /^1[1-6](\d{2})?$/,
  psn_insu_stas: /^[124]$/,
  psn_idet_type: /^(registeredPoor|minLiving|destitute|severeDisability)$/,
  med_type: /^((1[1-49]|2[1-4]|41|5[1-3])(\d{2})?|99\d{2})$/,
  chrgitm_lv: /^0[1-4]$/,
  hosp_lv: /^(0[1-9]|1[01])$/,
  med_chrgitm_type: /^(0[1-9]|1[0-4])$/,
  dscg_way: /^[1-59]$/,
  settled_by: /^(window|centre)$/,
  insuplc_admdvs: /^\d{6}$/,
  fix_blng_admdvs: /^\d{6}$/,
};

/** The codes that fit a field; undefined where its code table is not known. */
export function nationalCodesOf(field: string): RegExp | undefined {
  return NATIONAL_CODES[field];
}
