import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDocument } from "../../src/io/yaml.js";
import { readings, units } from "../../src/migrate/column.js";
import { readCrosswalk } from "../../src/migrate/crosswalk.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { repairCodes } from "../../src/migrate/repairs.js";
import { recordKinds, targetsOf } from "../../src/migrate/targets.js";

const page = readFileSync("mappings/legacy/README.md", "utf8");
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

const allFields = new Set(recordKinds.flatMap((kind) => Object.values(targetsOf(kind)).flat()));

/** What a piece of a layout leaves out is completed, so that only what it shows is judged. */
function complete(block: string): string {
  const keys = [
    ["title", "title: 例"],
    ["source", "source: ncms"],
    ["record", `record: ${/to: \[?begndate|med_type/.test(block) ? "claim" : "person-enrolment"}`],
    ["format", 'format: { delimiter: ",", header: false }'],
    ["encoding", "encoding: gb18030"],
  ] as const;
  const missing = keys.filter(([key]) => !new RegExp(`^${key}:`, "m").test(block));
  return [...missing.map(([, line]) => line), block].join("\n");
}

test("the page shows many layouts, and the parser takes what every one shows", () => {
  expect(blocks.length).toBeGreaterThanOrEqual(8);
  for (const block of blocks) {
    const { document, problems } = parseDocument("README.md", complete(block));
    expect(problems).toEqual([]);
    if (document === undefined) continue;
    const found = parseLayout("readme", "README.md", document).problems;
    // A piece need not fill every required field, and its fields may be of several records.
    const wrong = found.filter(
      ({ code, values }) =>
        code !== "target-missing" &&
        !(code === "target-unknown" && allFields.has(`${values["found"]}`)),
    );
    expect([block, wrong]).toEqual([block, []]);
  }
});

test("the whole layout at its top is sound", () => {
  const { document } = parseDocument("README.md", blocks[0] ?? "");
  expect(document && parseLayout("readme", "README.md", document).problems).toEqual([]);
});

test("the page tells every reading, every unit and every key of a column", () => {
  const keys =
    "name position bytes unused value to as table required default take format since unit";
  const roles = "sum join fallback check also group";
  for (const word of [...readings, ...units.slice(1), ...`${keys} ${roles}`.split(" ")]) {
    expect([word, page.includes(word)]).toEqual([word, true]);
  }
});

test("the page names every repair that a mapping can switch off", () => {
  for (const code of repairCodes())
    expect([code, page.includes(`${code}: off`)]).toEqual([code, true]);
});

test("the crosswalk that it shows can be read", () => {
  const csv = /```csv\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const rows = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const { crosswalk, problems } = readCrosswalk("README.md", rows);
  expect([problems, [...crosswalk]]).toEqual([
    [],
    [
      ["390", "391"],
      ["0", ""],
    ],
  ]);
});
