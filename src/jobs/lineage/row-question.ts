import { rowNumber } from "../../domain/row-number.js";
import type { RecordKey } from "../../store/port/lineage.js";

/** How a record or row is asked for, an example of each. */
export const ROW_EXAMPLES =
  "person:… claim:… household:ncms:… institution:… catalogue:… fund:159921:390 row:FILE:LINE";

/**
 * Reads what is asked for: `person:1599210000000012`, `claim:H1599…`, `household:ncms:1001`,
 * `institution:H1599…`, `catalogue:X…`, `fund:159921:390`, `row:members.csv:12` (or `12/2`, the
 * second record of a line). Nothing when it is none of these.
 */
export function parseRowQuestion(text: string): RecordKey | undefined {
  const at = text.indexOf(":");
  const [kind, rest] = [text.slice(0, at), text.slice(at + 1).trim()];
  if (at === -1 || rest === "") return undefined;
  const [first = "", second = ""] = [rest.split(":")[0], rest.slice(rest.indexOf(":") + 1)];
  const hasTwo = rest.includes(":") && first !== "" && second !== "";
  switch (kind) {
    case "person":
      return { kind, psnNo: rest };
    case "claim":
      return { kind, medinsSetlId: rest };
    case "institution":
    case "catalogue":
      return { kind, code: rest };
    case "household":
      return hasTwo ? { kind, source: first, householdNo: second } : undefined;
    case "fund":
      return hasTwo ? { kind, admdvs: first, insutype: second } : undefined;
    case "row":
      return rowOf(rest);
    default:
      return undefined;
  }
}

function rowOf(text: string): RecordKey | undefined {
  const [, file = "", line = "", part = "0"] = /^(.+):(\d{1,9})(?:\/(\d{1,4}))?$/.exec(text) ?? [];
  if (file === "") return undefined;
  return { kind: "row", file, line: rowNumber(Number(line), Number(part)) };
}
