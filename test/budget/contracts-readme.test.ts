import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAgreements } from "../../src/budget/parse-agreements.js";
import { parseDocument } from "../../src/io/yaml.js";

test("the agreement that the page shows is one", () => {
  const page = readFileSync("mappings/contracts/README.md", "utf8");
  const yaml = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const { document, problems } = parseDocument("README.md", yaml);
  expect(problems).toEqual([]);
  const parsed = document === undefined ? undefined : parseAgreements("README.md", document);
  expect(parsed?.problems).toEqual([]);
  expect(parsed?.agreements.map((one) => one.fixmedinsCode)).toEqual(["H15992100001"]);
});
