import type { Place } from "../jobs/place.js";
import type { Truth } from "../jobs/truth.js";

/** What the intake said of one row: `ncms-members.csv:12` and a problem code. */
export interface Said {
  readonly place: string;
  readonly code: string;
}

/** Everything that a migration said of single rows. */
export function saidOfRows(place: Place): readonly Said[] {
  return place.rows<Said>(
    `SELECT f.path || ':' || p.line AS place, p.code FROM problem p JOIN source_file f
     USING (file_id) WHERE p.line IS NOT NULL`,
  );
}

/** What must be said: the reasons of the truth. Claims of people who wait do so when settled. */
export function wantedOf(rows: readonly Truth[]): readonly Said[] {
  return rows
    .filter((row) => row.file !== "claims.csv")
    .flatMap(({ place: at, expected, reported }) =>
      [expected, ...reported.split(" ")].filter(Boolean).map((code) => ({ place: at, code })),
    );
}

/** How well one reason was told: of what must have it, and of what has it. */
export interface Score {
  readonly code: string;
  /** Rows that must have the reason, rows that have it, and rows that are both. */
  readonly wanted: number;
  readonly told: number;
  readonly right: number;
}

/** Compares what must be said with what was said, reason by reason. */
export function scores(wanted: readonly Said[], told: readonly Said[]): readonly Score[] {
  const [must, has] = [placesByCode(wanted), placesByCode(told)];
  return [...new Set([...must.keys(), ...has.keys()])].sort().map((code) => {
    const these = must.get(code) ?? new Set<string>();
    const those = has.get(code) ?? new Set<string>();
    const right = [...these].filter((place) => those.has(place)).length;
    return { code, wanted: these.size, told: those.size, right };
  });
}

/** The scores as a table for people. */
export function scoreTable(title: string, rows: readonly Score[]): string {
  const lines = rows.map(({ code, wanted, told, right }) => {
    const counts = [wanted, told, right].map((count) => String(count).padStart(7)).join("");
    const shares = [right / told, right / wanted].map((share) => share.toFixed(3)).join("   ");
    return `  ${code.padEnd(28)}${counts}   ${shares}`;
  });
  const head = "  reason                       wanted   told  right   prec.   recall";
  return [title, head, ...lines, ""].join("\n");
}

function placesByCode(said: readonly Said[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { place, code } of said) {
    places.set(code, (places.get(code) ?? new Set()).add(place));
  }
  return places;
}
