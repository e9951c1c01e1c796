import { nearest } from "../domain/nearest.js";
import { type Problem, problem } from "../domain/problem.js";
import { isEach } from "./effects.js";
import { gapsOf, holesOf } from "./gaps.js";
import type { Conditions } from "./law.js";
import { type NameKind, nameKinds } from "./names.js";
import type { Parameter } from "./pack.js";
import type { PackQuestion } from "./pack-question.js";
import { versionOn } from "./periods.js";

/**
 * Whether the files of a pack fit together: what the law needs is in force on every day that the
 * pack covers, orders name what they put in order, nothing works on a base that is not there, and
 * every name is used.
 */
export function coherenceOf(question: PackQuestion): readonly Problem[] {
  const { parameters } = question;
  return [
    ...gapsOf(question),
    ...holesOf(question),
    ...switchOf(question),
    ...parameters.flatMap((one) => ordersOf(one, question)),
    ...unorderedOf(question),
    ...baselessOf(parameters),
    ...poollessOf(parameters),
    ...sharesOfCost(question),
    ...uncountedOf(question),
    ...unusedOf(question),
  ];
}

function ordersOf(one: Parameter, { names, parameters }: PackQuestion): readonly Problem[] {
  return one.versions.flatMap((version) => {
    if (version.value.way !== "order") return [];
    const { order } = version.value;
    const place = { file: one.file, line: version.line };
    if (one.key === "payers.order") {
      const payers = [...names.labels.payers.keys()];
      const isRight = order[0] === "basic" && isSame(order.slice(1), payers);
      const expected = `[basic, ${payers.join(", ")}]`;
      return isRight ? [] : [problem("order-unfit", place, { found: told(order), expected })];
    }
    const base = one.key.slice(0, -".order".length);
    const adjustments = adjustmentsOf(base, parameters).map(({ key }) => nameOf(base, key));
    const expected = told(adjustments);
    const isRight = isSame(order, adjustments);
    return isRight ? [] : [problem("order-unfit", place, { found: told(order), expected })];
  });
}

/** Two adjustments of one base in force on one day, and no order that says which comes first. */
function unorderedOf({ parameters, periods, names }: PackQuestion): readonly Problem[] {
  const bases = new Set(parameters.map(({ key }) => baseOf(key)).filter((base) => base !== ""));
  const byKey = new Map(parameters.map((one) => [one.key, one]));
  return [...bases].flatMap((base) => {
    const adjustments = adjustmentsOf(base, parameters);
    const order = byKey.get(`${base}.order`);
    const day = periods
      .map(({ from }) => (from < names.covers.from ? names.covers.from : from))
      .find((from) => {
        const inForce = adjustments.filter((one) => versionOn(one, from) !== undefined);
        return (
          inForce.length > 1 && from <= names.covers.to && versionOn(order, from) === undefined
        );
      });
    const [first] = adjustments;
    if (day === undefined || first === undefined) return [];
    const expected = `${base}.order: ${told(adjustments.map(({ key }) => nameOf(base, key)))}`;
    const { file, line } = order ?? first;
    return [problem("order-missing", { file, line }, { day, expected })];
  });
}

/** Adjustments and orders whose base no file gives. */
function baselessOf(parameters: readonly Parameter[]): readonly Problem[] {
  const keys = new Set(parameters.map(({ key }) => key));
  return parameters.flatMap(({ key, file, line }) => {
    const base = key === "payers.order" ? "" : key.replace(/\.(adjust\.\w+|order|yearly)$/, "");
    if (base === "" || base === key || keys.has(base)) return [];
    return [problem("base-missing", { file, line }, { found: key, expected: base })];
  });
}

/** What is counted together with a section in which nothing goes on over the year. */
function poollessOf(parameters: readonly Parameter[]): readonly Problem[] {
  return parameters.flatMap(({ key, file, versions }) =>
    versions.flatMap(({ form, line }) => {
      if (form["with"] === undefined) return [];
      const wanted = key.replace(/^\w+/, form["with"]);
      const base = parameters.find((one) => one.key === wanted);
      const isYearly = base?.versions.some((version) => version.form["per"] === "year") === true;
      if (base !== undefined && (isYearly || key.endsWith(".deductible"))) return [];
      const expected = key.endsWith(".ratio") ? `${wanted} (per: year)` : wanted;
      return [problem("base-missing", { file, line }, { found: key, expected })];
    }),
  );
}

/** Shares of a bill as deductibles, where the deductible is not that of each bill of a care. */
function sharesOfCost({ names, parameters }: PackQuestion): readonly Problem[] {
  return parameters.flatMap(({ key, file, versions }) => {
    const base = parameters.find((one) => one.key === baseOf(key));
    const isPayer = names.labels.payers.has(key.split(".")[0] ?? "");
    const pers = base?.versions.map(({ form }) => form["per"] ?? "") ?? [];
    const isPerBill = pers.every((per) => per === "stay" || per === "visit");
    if (isPerBill && !isPayer) return [];
    return versions.flatMap(({ value }) => {
      const rows = value.way === "rows" ? value.rows : [];
      return rows
        .filter((row) => isShareOfCost(row.value))
        .map(({ line }) => {
          const values = { found: "ofTotal, ofScope", expected: "per: stay | visit" };
          return problem("form-idle", { file, line }, values);
        });
    });
  });
}

function isShareOfCost(value: unknown): boolean {
  const way = (value as { readonly way?: string } | undefined)?.way;
  return way === "ofTotal" || way === "ofScope";
}

/** Rows that ask the number of an admission, where no care of the pack counts any. */
function uncountedOf({ names, parameters }: PackQuestion): readonly Problem[] {
  const isStay = parameters.some(
    ({ key, versions }) =>
      [...names.labels.cares.keys()].some((care) => key === `${care}.deductible`) &&
      versions.some(({ form }) => form["per"] === "stay"),
  );
  if (isStay) return [];
  return parameters.flatMap(({ file, versions }) =>
    versions.flatMap(({ value }) =>
      (value.way === "rows" ? value.rows : [])
        .filter((row) => countsStays(row))
        .map(({ line }) => problem("admissions-uncounted", { file, line })),
    ),
  );
}

function countsStays({ when, value }: { readonly when: Conditions; readonly value: unknown }) {
  return isEach(value) || when.admission !== undefined || when.visit !== undefined;
}

/** A switch day after all that the pack covers: most likely a wrong year. */
function switchOf({ names, parameters }: PackQuestion): readonly Problem[] {
  const one = parameters.find(({ key }) => key === "dates.switchDay");
  return (one?.versions ?? []).flatMap(({ value, line }) => {
    if (value.way !== "day" || value.day === "" || value.day <= names.covers.to) return [];
    const values = { found: value.day, expected: names.covers.to };
    return [problem("switch-not-covered", { file: one?.file ?? names.file, line }, values)];
  });
}

/** Kinds whose names are facts of claims and people, whether or not the law asks for them. */
const facts: readonly NameKind[] = ["schemes", "levels", "tiers"];

function unusedOf({ names, used }: PackQuestion): readonly Problem[] {
  return nameKinds
    .filter((kind) => !facts.includes(kind))
    .flatMap((kind) =>
      [...names.lines[kind]]
        .filter(([name]) => !used.has(`${kind} ${name}`))
        .map(([name, line]) => {
          const strangers = [...used].filter((one) => one.startsWith(`${kind} `));
          const values = { found: name, kind, nearest: nearest(name, strangers) ?? "–" };
          return problem("name-unused", { file: names.file, line }, values);
        }),
    );
}

function adjustmentsOf(base: string, parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(({ key }) => key.startsWith(`${base}.adjust.`));
}

function baseOf(key: string): string {
  const at = key.indexOf(".adjust.");
  return at < 0 ? "" : key.slice(0, at);
}

function nameOf(base: string, key: string): string {
  return key.slice(base.length + ".adjust.".length);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && right.every((name) => left.includes(name));
}

function told(names: readonly string[]): string {
  return `[${names.join(", ")}]`;
}
