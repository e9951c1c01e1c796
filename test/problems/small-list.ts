import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../src/domain/problem.js";
import { encode } from "../../src/io/gb18030.js";
import { problemsOf } from "./mini-delivery.js";

/** A layout of few columns, for what only some formats can have. */
export interface SmallList {
  readonly format: string;
  readonly columns: readonly string[];
}

/** A list of four columns with `|` between them; the last two are not used. */
export const bars: SmallList = {
  format: '{ delimiter: "|", header: false }',
  columns: [
    "{ name: 编码, to: legacy_code, as: text, required: true }",
    "{ name: 名称, to: med_list_name, as: text, required: true }",
    "{ name: 柜员, unused: 不用 }",
    "{ name: 村, unused: 不用 }",
  ],
};

/** Two columns with their names beside every value. */
export const pairs: SmallList = {
  format: "{ kind: pairs }",
  columns: bars.columns.slice(0, 2),
};

/** Two columns of three and eight bytes; the second is filled up on its left. */
export const fixed: SmallList = {
  format: "{ kind: fixed }",
  columns: [
    "{ name: 编码, bytes: 1-3, to: legacy_code, as: text, required: true }",
    "{ name: 名称, bytes: 4-11, to: med_list_name, as: text, required: true }",
  ],
};

/** Every problem that some lines of a list have on their way into the store. */
export function problemsOfList(
  { format, columns }: SmallList,
  ...lines: readonly (string | Uint8Array)[]
): Promise<readonly Problem[]> {
  const bytes = lines.map((line) => (typeof line === "string" ? encode(line) : line));
  const content = Buffer.concat(bytes.flatMap((line) => [line, Buffer.from("\n")]));
  const layout =
    `title: 小目录\nsource: ncms\nrecord: catalogue\nencoding: gb18030\nformat: ${format}\n` +
    `columns:\n${columns.map((column) => `  - ${column}\n`).join("")}`;
  return problemsOf([{ path: "list.txt", layout: "list", content, rows: lines.length }], {
    before: async ({ workspace }) => {
      writeFileSync(join(workspace.root, "mappings/legacy/list.yaml"), layout);
    },
  });
}
