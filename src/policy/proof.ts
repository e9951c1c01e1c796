import { type Problem, problem } from "../domain/problem.js";
import { type Dimension, dimensionsOf } from "./candidates.js";
import { conditionText } from "./conditions.js";
import type { Conditions } from "./law.js";
import { type Names, schemeNames } from "./names.js";
import type { Parameter, Period, Version } from "./pack.js";
import type { ReadRow } from "./row-reading.js";

/** What the proof looks at. */
export interface ProofQuestion {
  readonly names: Names;
  readonly parameters: readonly Parameter[];
  readonly periods: readonly Period[];
}

/** Cases shown of one hole; the rest is counted. */
const SHOWN = 3;

/**
 * Proves that the law is complete: every table that the law needs has a row for each case that its
 * conditions tell apart, on every day that the pack covers (`case-missing`, with the first such
 * cases in words), and every row of any table is reached by some case (`row-unreachable`).
 */
export function proofOf(question: ProofQuestion): readonly Problem[] {
  const { parameters } = question;
  return parameters.flatMap((one) =>
    one.versions.flatMap((version) => {
      const { value } = version;
      if (value.way !== "rows") return [];
      return [...holesOf(question, one, version), ...unreachedOf(question, one, version)];
    }),
  );
}

/** Whether a table must have a row for every case, by the parameter's name. */
export function isTotal(key: string): boolean {
  if (/^(care\.kind|coverage\.class|funding\.(contribution|subsidy(\.\w+)?))$/.test(key))
    return true;
  return /^\w+\.(deductible|ratio|target|applies|counts\.\w+)$/.test(key);
}

function holesOf(
  { names, periods }: ProofQuestion,
  { key, label, file }: Parameter,
  version: Version,
): readonly Problem[] {
  const { covers } = names;
  const rows = version.value.way === "rows" ? version.value.rows : [];
  const from = version.from < covers.from ? covers.from : version.from;
  const isOver = from > covers.to || (version.to ?? from) < from;
  if (isOver || rows.length === 0 || !isTotal(key)) return [];
  const whens = rows.map((row) => row.when);
  const days = daysOf(periods, from, version.to);
  for (const { day, schemes } of days) {
    const found = missingOf(dimensionsOf(whens, names, schemesIn(names, schemes)), rows);
    if (found.length === 0) continue;
    const shown = found.slice(0, SHOWN).map((when) => toldCase(when, names));
    const more = found.length > SHOWN ? ` … (${found.length})` : "";
    const values = { day, rule: `${label}(${key})`, found: `${shown.join("; ")}${more}` };
    return [problem("case-missing", { file, line: version.line }, values)];
  }
  return [];
}

/** The schemes that a claim may belong to before the switch, and from it on. */
type Side = "old" | "new";

function schemesIn({ labels }: Names, side: Side): readonly string[] {
  const declared = schemeNames.filter((name) => labels.schemes.has(name));
  const some = declared.filter((name) => (name === "resident") === (side === "new"));
  return some.length > 0 ? some : declared;
}

/** The first day of a version on either side of the switch. */
function daysOf(
  periods: readonly Period[],
  from: string,
  to: string | undefined,
): readonly { readonly day: string; readonly schemes: Side }[] {
  const law = periods.find(({ found }) => found.law !== undefined)?.found.law;
  const switchDay = law?.dates.switchDay ?? "";
  if (from >= switchDay) return [{ day: from, schemes: "new" }];
  const before = { day: from, schemes: "old" } as const;
  const isShort = to !== undefined && to < switchDay;
  return isShort ? [before] : [before, { day: switchDay, schemes: "new" }];
}

/** Cases for which no row fits, each with only what had to be asked to see it. */
function missingOf(all: readonly Dimension[], rows: readonly ReadRow[]): readonly Conditions[] {
  const missing: Conditions[] = [];
  walk({ all, rows }, (when, row) => {
    if (row === undefined) missing.push(when);
  });
  return missing;
}

function unreachedOf(
  { names, periods }: ProofQuestion,
  { file }: Parameter,
  version: Version,
): readonly Problem[] {
  const rows = version.value.way === "rows" ? version.value.rows : [];
  const whens = rows.map((row) => row.when);
  const reached = new Set<number>();
  // Some counties may have gone ahead: before the switch a claim may be of any scheme.
  const isAfter = daysOf(periods, version.from, version.to).every((one) => one.schemes === "new");
  const schemes = isAfter ? schemesIn(names, "new") : [...names.labels.schemes.keys()];
  walk({ all: dimensionsOf(whens, names, schemes), rows }, (_, row) => {
    if (row !== undefined) reached.add(row);
  });
  return rows
    .filter((_, at) => !reached.has(at))
    .map(({ when, line }) => {
      const found = conditionText(when, names) || "–";
      const isOld = isAfter && when.scheme !== undefined && !when.scheme.includes("resident");
      return problem(isOld ? "scheme-ended" : "row-unreachable", { file, line }, { found });
    });
}

interface Walk {
  readonly all: readonly Dimension[];
  readonly rows: readonly ReadRow[];
}

/** Goes through all cases, and tells for each the row that counts; stops where that is settled. */
function walk(
  { all, rows }: Walk,
  tell: (when: Conditions, row: number | undefined) => void,
): void {
  const every = (1n << BigInt(rows.length)) - 1n;
  // Rows that some dimension from here on may still strike out.
  const open = all.map((_, at) =>
    all.slice(at).reduce((bits, dimension) => {
      const sure = dimension.reduce((kept, { fits }) => kept & fits, every);
      return bits | (every & ~sure);
    }, 0n),
  );
  const from = (at: number, fits: bigint, when: Conditions): void => {
    const first = fits & -fits;
    if (fits === 0n) tell(when, undefined);
    else if (at === all.length || (first & (open[at] ?? 0n)) === 0n) tell(when, placeOf(first));
    else {
      for (const candidate of all[at] ?? []) {
        from(at + 1, fits & candidate.fits, { ...when, ...candidate.when });
      }
    }
  };
  from(0, every, {});
}

function placeOf(bit: bigint): number {
  return bit.toString(2).length - 1;
}

function toldCase(when: Conditions, names: Names): string {
  return conditionText(when, names) || "–";
}
