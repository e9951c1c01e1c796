import type { Text } from "./tell.js";

/** What keeps a month from being closed, each with the command that mends it. */
export const closeBlockers = {
  unsettled: {
    zh: "{count} 张单据可以结算而没有结算:liutong settle month --month {month}",
    en: "{count} claims could be settled and are not: liutong settle month --month {month}",
  },
  untouched: {
    zh: "本月还没有结算过(没有单据也要结算一次):liutong settle month --month {month}",
    en: "never settled yet, be it without claims: liutong settle month --month {month}",
  },
  unbudgeted: {
    zh: "医院预算还没有计算:liutong budget month --month {month}",
    en: "the hospitals' budgets are not computed: liutong budget month --month {month}",
  },
  outdated: {
    zh: "单据、扣款或协议在计算预算之后有变动,请重算:liutong budget month --month {month}",
    en: "claims, deductions or terms changed since: liutong budget month --month {month}",
  },
  withoutAgreement: {
    zh:
      "{count} 家机构没有生效的协议,款项未拨:在 mappings/contracts/{region}/ 补录," +
      "再运行 liutong budget month --month {month}",
    en:
      "{count} hospitals have no agreement in force: add it in mappings/contracts/{region}/, " +
      "then liutong budget month --month {month}",
  },
} as const satisfies Record<string, Text>;

export type CloseBlocker = keyof typeof closeBlockers;
