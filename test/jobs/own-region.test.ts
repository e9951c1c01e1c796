import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import { findWorkspace } from "../../src/jobs/workspace.js";
import { newFolder } from "./place.js";

// A new city copies the pack `example`, changes it, and wants to see a county under it.
test("a sample in a workspace is of its own region and by its own law", async () => {
  const folder = join(newFolder(), "work");
  const init = { region: "example", operator: "王五", lang: "zh", hasSecondPerson: false } as const;
  await initWorkspace({ folder, ...init });
  const policies = join(folder, "mappings/policies");
  cpSync(join(policies, "example"), join(policies, "mine"), { recursive: true });
  changed(join(policies, "mine/inpatient.yaml"), '"2", share: "0.75"', '"2", share: "0.74"');
  changed(join(folder, "liutong.yaml"), "region: example", "region: mine");

  const county = async (name: string, region?: string): Promise<string> => {
    const out = join(folder, name);
    const find = () => findWorkspace(folder);
    await makeCounty({ people: 600, seed: "own", out, find, ...(region ? { region } : {}) });
    return out;
  };
  const [own, shipped] = [await county("own"), await county("shipped", "example")];
  expect(textOf(own, "delivery.yaml")).toContain("region: mine\n");
  expect(textOf(shipped, "delivery.yaml")).toContain("region: example\n");
  expect(textOf(own, "claims.csv")).not.toBe(textOf(shipped, "claims.csv"));
});

function changed(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), "latin1");
}
