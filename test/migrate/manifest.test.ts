import { describe, expect, test } from "vitest";
import { exactText } from "../../src/domain/money.js";
import { parseManifest } from "../../src/migrate/manifest.js";
import { documentOf, shown } from "./document.js";

const sound = `title: 样例县 1 月
region: tongliao
month: 2017-01
agreements: agreements.yaml
files:
  - path: members.csv
    layout: ncms-members
    rows: 1758
    totals: { family_balc: "181370.7429" }
  - { path: 一月/claims.csv, layout: claims, rows: 0 }
accept:
  field-missing: 2
`;

function parsed(yaml: string) {
  return parseManifest("delivery.yaml", documentOf(yaml));
}

function changed(from: string, to: string): readonly string[] {
  expect(sound).toContain(from);
  return shown(parsed(sound.replace(from, to)).problems);
}

test("a sound manifest is read, totals to the last place", () => {
  const { manifest, problems } = parsed(sound);
  expect(problems).toEqual([]);
  expect(manifest).toMatchObject({
    title: "样例县 1 月",
    region: "tongliao",
    month: "2017-01",
    agreements: "agreements.yaml",
    accept: new Map([["field-missing", 2]]),
  });
  expect(manifest.files.map(({ path, rows, line }) => [path, rows, line])).toEqual([
    ["members.csv", 1758, 6],
    ["一月/claims.csv", 0, 10],
  ]);
  const [total] = manifest.files[0]?.totals ?? [];
  expect(total).toMatchObject({ field: "family_balc", line: 9 });
  expect(exactText(total?.amount ?? { amount: 0 as never, residual: "0" })).toBe("181370.7429");
});

describe("a path that leads out of the delivery is refused, and never used", () => {
  test.each([
    "../members.csv",
    "a/../../members.csv",
    "a/..",
    "..",
    "/etc/members.csv",
    "..\\members.csv",
    "\\\\server\\members.csv",
    "C:\\members.csv",
    "c:members.csv",
  ])("%s", (path) => {
    const yaml = sound.replace("members.csv", `'${path}'`);
    const { manifest, problems } = parsed(yaml);
    expect(shown(problems)).toEqual([`value-unfit:6 "${path}"`]);
    expect(manifest.files[0]?.path).toBe("");
    const agreements = parsed(sound.replace("agreements.yaml", `'${path}'`));
    expect(shown(agreements.problems)).toEqual([`value-unfit:4 "${path}"`]);
    expect(agreements.manifest.agreements).toBe("");
  });

  test.each(["a..b.csv", "...csv", "a/.hidden"])("but %s stays inside", (path) => {
    const { manifest, problems } = parsed(sound.replace("members.csv", path));
    expect(problems).toEqual([]);
    expect(manifest.files[0]?.path).toBe(path);
  });
});

describe("a manifest is refused, with the line, for", () => {
  test.each<[string, string, string, string]>([
    ["an unknown code to accept", "field-missing", "field-mising", "key-unknown:12 field-mising"],
    ["a name that every object has", "field-missing", "toString", "key-unknown:12 toString"],
    ["a count that is none", "field-missing: 2", "field-missing: all", "value-unfit:12 all"],
    ["a total that is not quoted", '"181370.7429"', "181370.7429", "value-unfit:9 181370.7429"],
    ["a total that is no amount", '"181370.7429"', '"18万"', 'value-unfit:9 "18万"'],
    ["a month that is none", "2017-01", "2017-00", "value-unfit:3 2017-00"],
    ["rows that are no number", "1758", "about 1758", "value-unfit:8 about 1758"],
    ["a missing layout", "    layout: ncms-members\n", "", "key-missing:6 layout"],
    ["an unknown key of a file", "rows: 1758", "row: 1758", "key-unknown:8 row"],
    ["an unknown key", "title:", "titel:", "key-unknown:1 titel"],
  ])("%s", (_, from, to, problem) => {
    expect(changed(from, to)).toContain(problem);
  });
});
