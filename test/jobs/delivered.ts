import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "./place.js";
import { fieldsOf, linesOf, type Truth, truthOf } from "./truth.js";

/** A file of a delivery that a test writes: its lines byte for byte, the header included. */
export interface WrittenFile {
  readonly path: string;
  readonly layout: string;
  readonly lines: readonly string[];
}

/** Writes a small delivery with its manifest; returns its folder. */
export function newDelivery(files: readonly WrittenFile[], agreements?: string): string {
  const folder = join(newFolder(), "delivery");
  mkdirSync(folder);
  const entries = files.map(({ path, layout, lines }) => {
    writeFileSync(join(folder, path), `${lines.join("\r\n")}\r\n`, "latin1");
    const rows = lines.length - (path.endsWith(".csv") ? 1 : 0);
    return `  - { path: ${path}, layout: ${layout}, rows: ${rows} }\n`;
  });
  if (agreements !== undefined) writeFileSync(join(folder, "agreements.yaml"), agreements);
  const named = agreements === undefined ? "" : "agreements: agreements.yaml\n";
  const head = `title: 补充交付\nregion: tongliao\nmonth: 2017-02\n${named}files:\n`;
  writeFileSync(join(folder, "delivery.yaml"), head + entries.join(""));
  return folder;
}

/** A file with these claims, under the header of the county's. */
export function claimsFile(county: string, claims: readonly string[]): WrittenFile {
  const [header = ""] = linesOf(county, "claims.csv");
  return { path: "claims.csv", layout: "claims", lines: [header, ...claims] };
}

/** The lines of the county's claims with their truth. */
export function claimsOf(county: string): readonly (Truth & { readonly text: string })[] {
  const lines = linesOf(county, "claims.csv");
  return truthOf(county)
    .filter((row) => row.file === "claims.csv")
    .map((row) => ({ ...row, text: lines[Number(row.place.split(":")[1]) - 1] ?? "" }));
}

/** The same visit a month later: another settlement number, its days a month on. */
export function inFebruary(claim: string): string {
  return withFields(claim, (fields) => {
    const settlement = (fields[0] ?? "").replace("201701", "201702");
    const days = fields.slice(11, 14).map((day) => {
      const month = day < "2017-01-01" ? "2017-01" : "2017-02"; // a stay may have begun in December
      const date = Math.min(28, Number(day.slice(8)));
      return `${month}-${String(date).padStart(2, "0")}`;
    });
    return [settlement, ...fields.slice(1, 11), ...days, ...fields.slice(14)];
  });
}

/** A line with its fields changed. */
export function withFields(
  line: string,
  change: (fields: readonly string[]) => readonly string[],
): string {
  return change(fieldsOf(line)).join(",");
}

/** The manifest of a delivery with a piece of its text replaced. */
export function rewriteManifest(folder: string, from: string | RegExp, to: string): void {
  const path = join(folder, "delivery.yaml");
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`the manifest does not hold ${from}`);
  writeFileSync(path, changed);
}
