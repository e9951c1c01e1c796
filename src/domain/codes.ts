/** 险种类型 insutype: the values that this house deals with (standards.md 1.9). */
export const insutype = {
  /** 职工基本医疗保险 */ employee: "310",
  /** 新型农村合作医疗 */ ncms: "380",
  /** 城乡居民基本医疗保险 */ resident: "390",
  /** 城镇居民基本医疗保险 */ urban: "391",
} as const;

/** 医疗类别 med_type: outpatient and inpatient care of the first pack. */
export const medType = {
  /** 普通门诊 */ outpatient: "11",
  /** 普通住院 */ inpatient: "21",
  /** 转外诊治住院 */ offsiteInpatient: "23",
} as const;

/** 结算地点: who settled the claim first (decision 6). */
export type SettledBy = "window" | "centre";

/** 起付线医院等级 dedc_hosp_lv, as the policies of the cities count levels. */
export const levels = ["township", "1", "2", "3"] as const;
export type Level = (typeof levels)[number];

/**
 * 人员身份类别 psn_idet_type: 建档立卡, 低保, 特困(五保), 重残. House codes, because the national
 * values are not known (standards.md 1.9); a delivery's own codes come in through its crosswalk.
 */
export const identities = ["registeredPoor", "minLiving", "destitute", "severeDisability"] as const;
export type Identity = (typeof identities)[number];
