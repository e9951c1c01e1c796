import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import type { DatedPerson } from "../../src/domain/source-rows.js";
import { parseDocument } from "../../src/io/yaml.js";
import { recordOf } from "../../src/match/record.js";
import { survivorOf } from "../../src/match/survivor.js";
import {
  parseSurvivors,
  type SurvivorRule,
  type SurvivorRules,
  survivorFields,
  survivorRules,
} from "../../src/match/survivor-rules.js";
import { holds } from "../seeded.js";

/** A row of one person; only what the case is about is named. */
function row(line: number, facts: Partial<DatedPerson> = {}): DatedPerson {
  return {
    fileId: 1,
    line,
    source: "ncms",
    legacyId: `A${line}`,
    householdNo: "",
    headRelation: "",
    psnName: "王明",
    certno: "159921195001019956",
    certnoStatus: "valid",
    gend: "1",
    brdy: "1950-01-01" as Day,
    naty: "",
    tel: "",
    insuplcAdmdvs: "159921",
    runId: 1,
    statedOn: "",
    ...facts,
  };
}

/** The same chain for every field. */
function chain(...rules: readonly SurvivorRule[]): SurvivorRules {
  const fields = Object.fromEntries(survivorFields.map((field) => [field, rules]));
  return {
    title: "",
    sources: ["urbmi", "ncms"],
    fields: fields as SurvivorRules["fields"],
  };
}

const missing = { certno: "", certnoStatus: "missing" } as const;
const completed = { certnoStatus: "upgraded" } as const;

describe("survivorOf", () => {
  // One row is one case: the rules, what the first and the second row say, whose phone it is, why.
  test.each<
    readonly [readonly SurvivorRule[], Partial<DatedPerson>, Partial<DatedPerson>, string, string]
  >([
    [["valid-certno"], { ...missing, tel: "1" }, { tel: "2" }, "2", "valid-certno"],
    [["valid-certno"], { ...missing, tel: "1" }, { ...completed, tel: "2" }, "2", "valid-certno"],
    [["valid-certno"], { ...completed, tel: "1" }, { tel: "2" }, "2", "valid-certno"],
    [["most-recent"], { runId: 1, tel: "1" }, { runId: 2, tel: "2" }, "2", "most-recent"],
    [
      ["most-recent"],
      { statedOn: "2012-01-01" as Day, tel: "1" },
      { statedOn: "2009-01-01" as Day, tel: "2" },
      "1",
      "most-recent",
    ],
    [["most-trusted"], { tel: "1" }, { source: "urbmi", tel: "2" }, "2", "most-trusted"],
    [["most-trusted"], { source: "elsewhere", tel: "1" }, { tel: "2" }, "2", "most-trusted"],
    [["longest"], { tel: "1" }, { tel: "22" }, "22", "longest"],
    // The first rule leaves a tie, the second decides.
    [["valid-certno", "longest"], { tel: "1" }, { tel: "22" }, "22", "longest"],
    // Nothing decides: the old number, not the order of the rows.
    [["valid-certno"], { tel: "1", legacyId: "B" }, { tel: "2", legacyId: "A" }, "2", "place"],
    // What states nothing does not compete; what nobody contradicts needs no rule.
    [["most-recent"], { tel: "1" }, { runId: 2 }, "1", "agreed"],
    [["most-recent"], { tel: "1" }, { runId: 2, tel: "1" }, "1", "agreed"],
    [["most-recent"], {}, {}, "", "agreed"],
  ])("%j of %j and %j: %s by %s", (rules, first, second, tel, by) => {
    const rows = [row(2, first), row(3, second)];
    const { record, choices } = survivorOf(rows, chain(...rules));
    expect([record.tel, choices.tel.by]).toEqual([tel, by]);
  });

  test("the value that most rows state counts, whoever states it", () => {
    const rows = [row(2, { naty: "05" }), row(3, { naty: "01" }), row(4, { naty: "05" })];
    const { record, choices } = survivorOf(rows, chain("most-frequent"));
    expect([record.naty, choices.naty.by]).toEqual(["05", "most-frequent"]);
  });

  test("a sex that is not known does not compete with one that is", () => {
    const rows = [row(2, { gend: "9", certnoStatus: "valid" }), row(3, { ...missing, gend: "2" })];
    expect(survivorOf(rows, chain("valid-certno")).record.gend).toBe("2");
  });

  test("the status goes with the number, the relation with the household", () => {
    const rows = [
      row(2, { ...missing, householdNo: "1", runId: 2 }),
      row(3, { householdNo: "2", headRelation: "02", certnoStatus: "upgraded" }),
      row(4, { householdNo: "1", headRelation: "03", runId: 2, ...missing }),
    ];
    const { record } = survivorOf(rows, chain("most-recent"));
    expect([record.certno, record.certnoStatus]).toEqual(["159921195001019956", "upgraded"]);
    expect([record.householdNo, record.headRelation]).toEqual(["1", "03"]);
    const elsewhere = survivorOf(rows.slice(0, 2), chain("most-recent")).record;
    expect([elsewhere.householdNo, elsewhere.headRelation]).toEqual(["1", ""]);
  });

  test("the row of the certificate number counts as the one that was loaded", () => {
    const rows = [row(2, missing), row(3)];
    expect(recordOf(rows, chain("valid-certno")).lead.line).toBe(3);
  });

  test("the order in which the rows come does not matter, whatever the rules", () => {
    const word = fc.constantFrom("", "甲", "乙", "丙丙");
    const fact = fc.record({
      certnoStatus: fc.constantFrom("valid" as const, "upgraded" as const, "missing" as const),
      source: fc.constantFrom("ncms", "urbmi"),
      runId: fc.constantFrom(1, 2),
      statedOn: fc.constantFrom("" as const, "2010-01-01" as Day, "2012-01-01" as Day),
      psnName: fc.constantFrom("王明", "王朋"),
      naty: word,
      tel: word,
      householdNo: word,
      headRelation: word,
    });
    const anyRows = fc
      .array(fact, { minLength: 1, maxLength: 6 })
      .map((facts) => facts.map((one, at) => row(at + 2, one)));
    const anyRules = fc.subarray([...survivorRules], { minLength: 1 });
    holds(
      fc.property(anyRows, anyRules, fc.nat(), (rows, rules, seed) => {
        const survivor = survivorOf(rows, chain(...rules));
        const turned = rows.map((_, at) => rows[(at + seed) % rows.length] as DatedPerson);
        expect(survivorOf(turned, chain(...rules))).toEqual(survivor);
        expect(survivorOf([...rows].reverse(), chain(...rules))).toEqual(survivor);
        for (const field of ["naty", "tel", "householdNo"] as const) {
          expect(survivor.record[field] !== "").toBe(rows.some((one) => one[field] !== ""));
        }
      }),
    );
  });

  test("a person without a row is our own mistake", () => {
    expect(() => survivorOf([], chain("longest"))).toThrow("at least one row");
  });
});

describe("parseSurvivors", () => {
  const chains = survivorFields.map((field) => `  ${field}: [valid-certno]`).join("\n");
  function problemsOf(text: string) {
    const { document } = parseDocument("survivors.yaml", text);
    if (document === undefined) throw new Error("not YAML");
    const { problems } = parseSurvivors("survivors.yaml", document);
    return problems.map((one) => [one.code, one.place.line, one.values["expected"]]);
  }

  test("a complete file has no problems", () => {
    expect(problemsOf(`title: t\nfields:\n${chains}`)).toEqual([]);
  });

  test("every field has its rules, and nothing else is a field", () => {
    const found = problemsOf("title: t\nfields:\n  phone: [longest]");
    expect(found[0]).toEqual(["key-unknown", 3, survivorFields.join(", ")]);
    const lacking = found.slice(1).map(([code, , expected]) => [code, expected]);
    expect(lacking).toEqual(survivorFields.map((field) => ["key-missing", field]));
  });

  test.each([
    ["[newest]", "value-unfit", survivorRules.join(" | ")],
    ["[most-recnt]", "value-unfit", `${survivorRules.join(" | ")} (most-recent?)`],
    ["[]", "value-unfit", "[most-recent, …]"],
    ["[longest, longest]", "value-unfit", "valid-certno | most-frequent"],
    ["[most-trusted]", "key-missing", "sources: [ncms, …]"],
  ])("%s is refused", (rules, code, expected) => {
    const text = chains.replace("tel: [valid-certno]", `tel: ${rules}`);
    const [found] = problemsOf(`title: t\nfields:\n${text}`);
    expect(found?.[0]).toBe(code);
    expect(String(found?.[2])).toContain(String(expected).slice(0, 20));
  });
});
