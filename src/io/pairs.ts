import type { PairsFormat } from "../domain/format.js";
import type { Line } from "./line-cutter.js";
import { encodingFindings } from "./line-finding.js";
import { isBlankLine, readLines } from "./lines.js";
import type { Row, RowBatch, RowFinding } from "./row.js";

/**
 * Reads lines of named values (`Mzdjh=1&Kzhm=2`), in memory that does not grow with the file. The
 * keys may stand in any order; one that is missing gives an empty field, and a value may hold the
 * sign of assignment. Problems of a row, with the key in them: `pair-unknown`, `pair-repeated`,
 * `pair-broken`; the fields that can be read are given all the same.
 */
export async function* readPairs(path: string, format: PairsFormat): AsyncGenerator<RowBatch> {
  const places = new Map(format.keys.map((key, place) => [key, place]));
  for await (const lines of readLines(path, { encoding: format.encoding })) {
    const written = lines.filter((line) => !isBlankLine(line.text));
    const rows = written.map((line) => rowOf(line, format, places));
    yield { rows, blank: lines.length - rows.length };
  }
}

type Places = ReadonlyMap<string, number>;

function rowOf(line: Line, format: PairsFormat, places: Places): Row {
  const { offset, length, text, otherwise } = line;
  const row = { line: line.line, offset, length, text };
  if (line.isTooLong) return { ...row, fields: [], problem: "line-too-long" };
  const { fields, findings } = cutPairs(text, format, places);
  const all = [...encodingFindings([line], format.encoding), ...findings];
  const other = otherwise === undefined ? undefined : cutPairs(otherwise, format, places).fields;
  return { ...row, fields, findings: all, ...(other && { otherwise: other }) };
}

function cutPairs(
  text: string,
  { delimiter, assign, keys }: PairsFormat,
  places: Places,
): { readonly fields: readonly string[]; readonly findings: readonly RowFinding[] } {
  const fields = keys.map(() => "");
  const findings: RowFinding[] = [];
  const seen = new Set<string>();
  for (const pair of text.split(delimiter)) {
    if (pair.trim() === "") continue;
    const sign = pair.indexOf(assign);
    const key = pair.slice(0, Math.max(0, sign)).trim();
    const place = places.get(key);
    if (sign === -1) {
      findings.push({ code: "pair-broken", values: { found: pair.trim(), expected: assign } });
    } else if (place === undefined) findings.push({ code: "pair-unknown", values: { found: key } });
    else if (seen.has(key)) findings.push({ code: "pair-repeated", values: { found: key } });
    else fields[place] = pair.slice(sign + assign.length);
    seen.add(key);
  }
  return { fields, findings };
}
