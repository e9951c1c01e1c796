import type { MatchSpec } from "../../src/match/spec.js";
import {
  RegisterMaker,
  type RegisterName,
  registers,
} from "../../src/sample/registers/registers.js";
import type { ListRow } from "./tables.js";

/** The rows of two sample registers in the order of the fields of a spec, and whose they are. */
export function listsOf(spec: MatchSpec, people: number, seed: string) {
  const rows: Record<RegisterName, ListRow[]> = { ncms: [], urbmi: [] };
  const whose = new Map<string, number>();
  for (const made of new RegisterMaker(people, seed).rows()) {
    for (const { register, id, cells, person } of made) {
      const columns = Object.values(registers[register].columns);
      const row = spec.fields.map((field) => {
        const at = columns.findIndex((column) => field.columns.includes(column));
        return cells[at] ?? "";
      });
      rows[register].push([id, ...row]);
      whose.set(id, person);
    }
  }
  return { first: rows.ncms, second: rows.urbmi, whose };
}
