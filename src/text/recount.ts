import type { Text } from "./tell.js";

/** The columns of the list of what a recount found otherwise. */
export const recountHeader = {
  zh: ["结算编号", "项目", "已结算", "复算"],
  en: ["settlement", "amount", "settled", "recounted"],
} as const;

/** What a recount says on the screen. */
export const recountScreen = {
  head: {
    zh: "{month} 独立复算 {recounted} 张,金额和所用条款都一致的 {agreeing} 张",
    en: "{month}: recounted {recounted} claims, {agreeing} agree in amounts and parameters",
  },
  differing: {
    zh: "金额不同 {otherAmounts} 张,金额相同而条款不同 {otherParameters} 张:请勿付款,先查清单",
    en:
      "other amounts {otherAmounts}, other parameters {otherParameters}: do not pay, look at the " +
      "list first",
  },
  refunds: {
    zh: "另核对退费 {refunds} 张,与所退的结算相抵到分的 {cancelling} 张",
    en: "refunds {refunds}, of which cancel what they take back to the fen {cancelling}",
  },
  unready: {
    zh: "{count} 张今天无法复算(如已不在参保)",
    en: "claims that cannot be asked again today: {count}",
  },
} as const satisfies Record<string, Text>;
