import { type Ratio, ratioText, type Yuan, yuanText } from "../domain/money.js";
import { type PolicyWord, policyWords } from "../text/policy-words.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { Band, Conditions, CostRange, Effect, Limit, Range, Rate } from "./law.js";
import type { NameKind, Names } from "./names.js";
import type { PriceBand, ShareOfCost } from "./values.js";

/** Says a word of the policy language. */
export function word(name: PolicyWord, lang: Lang, values: Values = {}): string {
  return tell(policyWords[name], lang, values);
}

/** A word by a name that may not be one; the name itself then. */
export function wordOr(name: string, lang: Lang, values: Values = {}): string {
  return Object.hasOwn(policyWords, name) ? word(name as PolicyWord, lang, values) : name;
}

const kinds = {
  scheme: "schemes",
  class: "classes",
  tier: "tiers",
  level: "levels",
  care: "cares",
  disease: "diseases",
  hospital: "hospitals",
  kind: "kinds",
  identity: "identities",
  identities: "identities",
} as const satisfies Readonly<Record<string, NameKind>>;

/** What a row asks, in words: `二级 · 建档立卡贫困人口 · 第 2 次起住院`; empty for nothing. */
export function conditionWords(when: Conditions, names: Names, lang: Lang): string {
  const parts = Object.entries(when).map(([key, asked]) => {
    if (Object.hasOwn(kinds, key)) {
      const labels = names.labels[kinds[key as keyof typeof kinds]];
      const between = word(key === "identities" ? "allOf" : "anyOf", lang);
      const list = (asked as readonly string[]).map((name) => labels.get(name) ?? name);
      return list.length === 0 ? word("none", lang) : list.join(between);
    }
    if (Array.isArray(asked)) return listWords(key, asked, lang);
    if (key === "cost" || key === "price") {
      return word(key, lang, { found: costWords(asked as CostRange, lang) });
    }
    return rangeWords(key, asked as Range, lang);
  });
  return parts.join(" · ");
}

function listWords(key: string, asked: readonly string[], lang: Lang): string {
  const between = word("anyOf", lang);
  if (key === "place" && asked.join() === "province,country") return word("offsite", lang);
  if (key === "place" || key === "referral" || key === "joined") {
    return asked.map((name) => wordOr(name, lang)).join(between);
  }
  return wordOr(key, lang, { found: asked.join(between) });
}

function rangeWords(key: string, { from, to }: Range, lang: Lang): string {
  if (to === Number.POSITIVE_INFINITY) return wordOr(`${key}From`, lang, { found: from });
  return wordOr(key, lang, { found: from === to ? from : `${from}–${to}` });
}

function costWords({ over, upTo }: CostRange, lang: Lang): string {
  const from = over === undefined ? [] : [word("over", lang, { found: yuanText(over) })];
  const to = upTo === undefined ? [] : [word("upTo", lang, { found: yuanText(upTo) })];
  return [...from, ...to].join(" ");
}

/** `0.75` as 75%. */
export function shareWords(share: Ratio): string {
  return `${ratioText((share * 100) as Ratio)}%`;
}

export function amountWords(amount: Yuan, lang: Lang): string {
  return word("amount", lang, { found: yuanText(amount) });
}

/** `0.05` as 5 points: what is added to a share or taken off it. */
function pointWords(share: Ratio, lang: Lang): string {
  return word("points", lang, { found: ratioText((share * 100) as Ratio) });
}

/** A limit; `isCount` where it counts sessions. */
export function limitWords(limit: Limit, isCount: boolean, lang: Lang): string {
  if (limit === undefined) return word("unlimited", lang);
  return isCount ? word("sessions", lang, { found: limit }) : amountWords(limit, lang);
}

export function rateWords(rate: Rate, lang: Lang): string {
  switch (rate.way) {
    case "share":
      return shareWords(rate.share);
    case "bands":
      return bandWords(rate.bands, lang);
    default: {
      const [from, each, most] = [rate.from, rate.each, rate.most].map(shareWords);
      return word("ageShare", lang, { from: from ?? "", each: each ?? "", most: most ?? "" });
    }
  }
}

export function bandWords(bands: readonly Band[], lang: Lang): string {
  const told = bands.map(({ above, share }) =>
    word("band", lang, { above: yuanText(above), share: shareWords(share) }),
  );
  return told.join("; ");
}

/** Where a band of a ladder begins; nothing of the first. */
export function bandStartWords(above: Yuan, lang: Lang): string {
  return (above as number) === 0 ? "" : word("over", lang, { found: yuanText(above) });
}

export function effectWords(effect: Effect, isCount: boolean, lang: Lang): string {
  const amount = (by: Yuan): string =>
    limitWords(isCount ? ((by / 100) as Yuan) : by, isCount, lang);
  switch (effect.way) {
    case "times":
      return word("times", lang, { found: ratioText(effect.by) });
    case "plusAmount":
    case "minusAmount":
      return word(effect.way === "plusAmount" ? "plus" : "minus", lang, {
        found: amount(effect.by),
      });
    case "atLeastAmount":
    case "atMostAmount":
      return word(effect.way === "atLeastAmount" ? "atLeast" : "atMost", lang, {
        found: amount(effect.by),
      });
    case "atLeastShare":
    case "atMostShare":
      return word(effect.way === "atLeastShare" ? "atLeast" : "atMost", lang, {
        found: shareWords(effect.by),
      });
    case "plusShare":
    case "minusShare":
      return word(effect.way === "plusShare" ? "plus" : "minus", lang, {
        found: pointWords(effect.by, lang),
      });
    case "plusEachYear": {
      const values = { found: pointWords(effect.by, lang), most: pointWords(effect.most, lang) };
      return word("plusEachYear", lang, values);
    }
    case "replaceAmount": {
      const found = effect.by === undefined ? word("unlimited", lang) : amount(effect.by);
      return word("replace", lang, { found });
    }
    case "replaceShare":
      return word("replace", lang, { found: shareWords(effect.by) });
    case "minusEach": {
      const values = { found: amount(effect.by), floor: amount(effect.floor) };
      return word("minusEach", lang, values);
    }
    case "difference":
      return word("difference", lang);
    case "ofTotal":
    case "ofScope":
      return costShareWords(effect, lang);
    default: {
      const values = { found: shareWords(effect.by), most: shareWords(effect.most) };
      return word(effect.way, lang, values);
    }
  }
}

function costShareWords({ way, by, floor, ceiling }: ShareOfCost, lang: Lang): string {
  const told = { floor: amountWords(floor, lang), ceiling: limitWords(ceiling, false, lang) };
  return word(way, lang, { found: shareWords(by), ...told });
}

/** Prices by number: one for all, or from which number on it is which. */
export function priceWords(prices: readonly PriceBand[], lang: Lang): string {
  const [only, more] = prices;
  if (only !== undefined && more === undefined) return amountWords(only.amount, lang);
  const told = prices.map(({ above, amount }) =>
    word("priceBand", lang, { from: above + 1, found: amountWords(amount, lang) }),
  );
  return told.join("; ");
}
