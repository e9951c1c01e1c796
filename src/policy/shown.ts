import type { Ratio, Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import { policyWords } from "../text/policy-words.js";
import { type Lang, tell } from "../text/tell.js";
import type { Spec } from "./language.js";
import type { Band, Conditions, CoverageStart, Effect, Limit, Rate } from "./law.js";
import type { Names } from "./names.js";
import type { Pack, Parameter, Status, Version } from "./pack.js";
import { versionOn } from "./periods.js";
import { specOf } from "./spec.js";
import type { PriceBand } from "./values.js";
import {
  amountWords,
  bandWords,
  conditionWords,
  effectWords,
  limitWords,
  priceWords,
  rateWords,
  shareWords,
  word,
  wordOr,
} from "./words.js";

/** A parameter as it is in force on a day, in words. */
export interface ShownRule {
  readonly key: string;
  readonly label: string;
  /** Form keys in words: `按年 · 按支付额累计`. */
  readonly form: string;
  readonly from: Day;
  readonly to?: Day;
  readonly rows: readonly ShownRow[];
}

export interface ShownRow {
  /** Whom or what the row is about, in words. */
  readonly who: string;
  /** Whether it is about all whom the rows above leave. */
  readonly isRest: boolean;
  readonly value: string;
  readonly status: Status;
  readonly cite: string;
  readonly file: string;
  readonly line: number;
}

/** What is asked: the law of a day, in a language; perhaps only what concerns one class. */
export interface ShowQuestion {
  readonly pack: Pack;
  readonly day: Day;
  readonly lang: Lang;
  /** A class or identity of the pack: rows about others are left out. */
  readonly concerning?: string;
}

/** Every parameter in force on a day, in the order of the files, each row in words. */
export function shownLaw(question: ShowQuestion): readonly ShownRule[] {
  const { pack, day, lang } = question;
  return pack.parameters.flatMap((one) => {
    const version = versionOn(one, day);
    if (version === undefined) return [];
    const { from, to } = version;
    const form = Object.entries(version.form).map(([key, value]) =>
      key === "with"
        ? tell(policyWords.countedWith, lang, { found: sectionLabel(pack, value) })
        : wordOr(`${key === "admissions" ? "counts" : key}=${value}`, lang),
    );
    const rows = rowsOf(question, one, version);
    if (rows.length === 0) return [];
    const days = to === undefined ? { from } : { from, to };
    const label = fullLabel(pack, one);
    return [{ key: one.key, label, form: form.join(" · "), ...days, rows }];
  });
}

function sectionLabel({ names: { labels } }: Pack, name: string): string {
  return labels.cares.get(name) ?? labels.payers.get(name) ?? name;
}

/** An adjustment with the table that it works on: `住院报销比例 / 贫困人口`. */
function fullLabel({ parameters }: Pack, { key, label }: Parameter): string {
  const at = key.indexOf(".adjust.");
  const base = at < 0 ? undefined : parameters.find((one) => one.key === key.slice(0, at));
  return base === undefined ? label : `${base.label} / ${label}`;
}

function rowsOf(
  { pack, lang, concerning }: ShowQuestion,
  { key, file }: Parameter,
  version: Version,
): readonly ShownRow[] {
  const { names } = pack;
  const spec = specOf(key, names);
  if (spec === undefined) return [];
  const source = { status: version.status, cite: version.cite, file, line: version.line };
  if (version.value.way !== "rows") {
    const value = singleWords(version, pack, key, lang);
    return [{ who: word("all", lang), isRest: true, value, ...source }];
  }
  return version.value.rows
    .filter(({ when }) => concerning === undefined || isAbout(when, concerning))
    .map(({ when, value, parameter, line }, at) => {
      const { status, cite } = pack.values[parameter] ?? source;
      const everybody = word(at === 0 ? "all" : "others", lang);
      const asked = conditionWords(when, names, lang);
      const told = valueWords({ spec, version, names, lang }, value);
      return {
        ...{ who: asked || everybody, isRest: asked === "", value: told },
        ...{ status, cite, file, line },
      };
    });
}

/** Whether a row is about everybody, or about this class or identity among others. */
function isAbout(when: Conditions, name: string): boolean {
  const lists = [when.class, when.identity, when.identities].filter((list) => list !== undefined);
  return lists.every((list) => list.includes(name));
}

function singleWords({ value }: Version, pack: Pack, key: string, lang: Lang): string {
  const base = key.replace(/\.order$/, "");
  const labelOf = (name: string): string =>
    pack.names.labels.payers.get(name) ??
    pack.parameters.find((one) => one.key === `${base}.adjust.${name}`)?.label ??
    wordOr(name, lang);
  switch (value.way) {
    case "day":
      return value.day;
    case "whole":
      return `${value.whole}`;
    case "word":
      return wordOr(value.word === "admission" ? "admissionDay" : value.word, lang);
    case "order":
      return value.order.map(labelOf).join(" → ");
    default:
      return "";
  }
}

interface ValueQuestion {
  readonly spec: Spec;
  readonly version: Version;
  readonly names: Names;
  readonly lang: Lang;
}

/** The reader has seen that a parameter's values are of the kind that its spec says. */
function valueWords({ spec, version, names, lang }: ValueQuestion, value: unknown): string {
  const isCount = version.form["counts"] === "sessions";
  if (spec.value.way === "effects") return effectWords(value as Effect, isCount, lang);
  if (spec.value.way !== "table") return "";
  const { outcomes } = spec.value;
  if (outcomes.includes("ageShare")) return rateWords(value as Rate, lang);
  switch (outcomes[0]) {
    case "amount":
      return outcomes.includes("prices")
        ? priceWords(value as readonly PriceBand[], lang)
        : amountWords(value as Yuan, lang);
    case "share":
      return shareWords(value as Ratio);
    case "limit":
      return limitWords(value as Limit, isCount, lang);
    case "bands":
      return bandWords(value as readonly Band[], lang);
    default:
      return chosenWords(value, names, lang);
  }
}

function chosenWords(value: unknown, { labels }: Names, lang: Lang): string {
  if (typeof value === "boolean") return word(value ? "yes" : "no", lang);
  if (typeof value === "string") {
    return labels.classes.get(value) ?? labels.cares.get(value) ?? wordOr(value, lang);
  }
  const { way, months } = value as CoverageStart;
  return word(way, lang, { found: months });
}
