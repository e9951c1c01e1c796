import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packOfRule } from "./rules/rule-pack.js";

const folder = new URL("./rules/", import.meta.url);
const rules = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));
test.each(rules)("%s", (file) => {
  expect(packOfRule(file, readFileSync(new URL(file, folder), "utf8")).parameters.length).toBeGreaterThan(0);
});
