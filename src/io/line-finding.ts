import type { TextEncoding } from "../domain/format.js";
import type { Line } from "./line-cutter.js";
import type { RowFinding } from "./row.js";

/** What the reader tells of lines that it read in another encoding than their file's. */
export function encodingFindings(
  lines: readonly Line[],
  encoding: TextEncoding,
): readonly RowFinding[] {
  const found = lines.find((line) => line.readAs !== undefined)?.readAs;
  return found === undefined
    ? []
    : [{ code: "line-other-encoding", values: { found, expected: encoding } }];
}
