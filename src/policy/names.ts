import type { Day } from "../domain/period.js";

/** What a region's law distinguishes, by kind; each kind is a key of `region.yaml`. */
export const nameKinds = [
  "schemes",
  "classes",
  "levels",
  "identities",
  "hospitals",
  "tiers",
  "diseases",
  "kinds",
  "cares",
  "payers",
] as const;
export type NameKind = (typeof nameKinds)[number];

/** 险种: the names of the old schemes and of the unified one are fixed, their labels are not. */
export const schemeNames = ["ncms", "urban", "resident"] as const;

/** 结算字段 of the payers after the basic fund, as the national interface names them. */
export const payerFields = {
  hifmi_pay: "hifmiPay",
  maf_pay: "mafPay",
  oth_pay: "othPay",
} as const;
export type PayerField = (typeof payerFields)[keyof typeof payerFields];

/** What `region.yaml` declares: undated, each name with its Chinese label. */
export interface Names {
  readonly title: string;
  /** On every day of these the law must be complete. */
  readonly covers: { readonly from: Day; readonly to: Day };
  /** Files of `policies/common` that are read as if they stood in the pack. */
  readonly shares: readonly string[];
  /** Labels by kind and name, in the order of the file. */
  readonly labels: Readonly<Record<NameKind, ReadonlyMap<string, string>>>;
  /** 人员类别 psn_type by class. */
  readonly psnTypes: ReadonlyMap<string, string>;
  readonly payerFields: ReadonlyMap<string, PayerField>;
  /** Where each name is declared, by kind. */
  readonly lines: Readonly<Record<NameKind, ReadonlyMap<string, number>>>;
  readonly file: string;
}

/** The place names of a case, always the same; `offsite` is short for the last two. */
export const places = ["local", "province", "country"] as const;
export const referrals = ["referred", "emergency", "unreferred"] as const;
export const joinings = ["newborn", "first", "afterGap", "inWindow"] as const;
export const itemClasses = ["A", "B", "C"] as const;
