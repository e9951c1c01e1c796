import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniFile, miniJob, writeDelivery } from "../problems/mini-delivery.js";

const layout = `title: 名单
source: ncms
record: person
format: { delimiter: ",", header: false }
encoding: gb18030
constants: { insuplc_admdvs: "159921" }
columns:
  - { name: 户号, to: household_no, as: text }
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 关系, to: head_relation, as: code, table: ncms/relation }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: ncms/gend }
  - { name: 证件, to: certno, as: certno }
  - { name: 生日, to: brdy, as: day }
`;

const man = "15992119900101001X"; // of a man born on 1990-01-01
const head = `7,1,户主,张大,男,${man},1990-01-01`;

/** What is told of the rows of a list, by line, and how many people came of it. */
async function told(...lines: readonly string[]) {
  const job = await miniJob();
  writeFileSync(join(job.workspace.root, "mappings/legacy/list.yaml"), layout);
  const file = { ...miniFile("list.txt", "list", lines), rows: lines.length };
  const report = await migrateDelivery(job, writeDelivery(job, [file]));
  const rows = await job.store.intake.setAsideAfter(report.runId, { fileId: 0, line: 0 }, 100);
  const setAside = rows.map((row) => {
    const codes = row.problems.map((one) => one.code);
    return `${row.line} ${codes.filter((code) => code !== "enrolment-missing").join(" ")}`;
  });
  return { people: report.people, setAside, findings: report.findings, rows };
}

describe("the head's number on a member of the household", () => {
  test.each<[string, readonly string[], readonly string[], number]>([
    [
      "on a child of another birth date",
      [`7,2,子,张小,男,${man},2012-03-04`],
      ["2 certno-of-head"],
      1,
    ],
    ["on a daughter", [`7,2,女,张红,女,${man},1990-01-01`], ["2 certno-of-head"], 1],
    ["on a child without birth date", [`7,2,子,张小,男,${man},`], ["2 certno-of-head"], 1],
    ["on a grandchild", [`7,2,孙子,张孙,男,${man},2015-03-04`], ["2 certno-of-head"], 1],
    ["on a wife", [`7,2,妻,李红,女,${man},1991-03-04`], ["2 certno-of-head"], 1],
    [
      "on two children",
      [`7,2,子,张小,男,${man},2012-03-04`, `7,3,女,张红,女,${man},2014-03-04`],
      ["2 certno-of-head", "3 certno-of-head"],
      1,
    ],
    [
      "in fifteen digits",
      ["7,2,子,张小,男,159921900101001,2012-03-04"],
      ["2 certno-upgraded certno-of-head"],
      1,
    ],
    // what is not certain keeps its vaguer reason
    [
      "on a brother born on the same day: whose it is nobody can tell",
      [`7,2,弟,张二,男,${man},1990-01-01`],
      ["1 certno-on-several-names", "2 certno-on-several-names"],
      0,
    ],
    ["in another household", [`8,2,子,张小,男,${man},2012-03-04`], ["2 certno-birth-differs"], 1],
    [
      "on a row without a relation",
      [`7,2,,张小,男,${man},2012-03-04`],
      ["2 certno-birth-differs"],
      1,
    ],
    ["on the head's own second row", [`7,2,子,张大,男,${man},1990-01-01`], [], 1],
  ])("%s", async (_, rows, setAside, people) => {
    const found = await told(head, ...rows);
    expect(found.setAside).toEqual(setAside);
    expect(found.people).toBe(people);
  });

  test("leads to the head's row, and keeps the member's text once", async () => {
    const { rows } = await told(head, `7,2,子,张小,男,${man},2012-03-04`);
    expect(rows.map((row) => row.raw)).toEqual([`7,2,子,张小,男,${man},2012-03-04`]);
    const [one] = rows[0]?.problems ?? [];
    expect(one === undefined ? "" : tellProblem(one, "en")).toBe(
      `list.txt:2 [certno] ${man} is the number of the head of the household (list.txt:1); ` +
        "enter the person's own",
    );
  });

  test("is not the head's when the head's own row contradicts it", async () => {
    const { setAside } = await told(
      `7,1,户主,张大,男,${man},1980-05-06`,
      `7,2,子,张小,男,${man},1990-01-01`,
    );
    expect(setAside).toEqual(["1 certno-birth-differs"]);
  });
});

describe("ages beside the head", () => {
  test.each<[string, string, number]>([
    ["a son older than the head", "7,2,子,张小,男,,1980-01-01", 1],
    ["a son of the same day", "7,2,子,张小,男,,1990-01-01", 1],
    ["a son younger than the head", "7,2,子,张小,男,,2012-01-01", 0],
    ["a father younger than the head", "7,2,父亲,张老,男,,1995-01-01", 1],
    ["a father older than the head", "7,2,父亲,张老,男,,1960-01-01", 0],
    ["a brother of any age", "7,2,兄,张哥,男,,1960-01-01", 0],
  ])("%s", async (_, row, count) => {
    const { findings, setAside, people } = await told(head, row);
    expect(findings["relation-differs"] ?? 0).toBe(count);
    expect([setAside, people]).toEqual([[], 2]); // a finding: everybody goes on
  });

  test("with a head marked 01 and one marked 02, a member is told once", async () => {
    const { setAside } = await told(
      head,
      `7,3,本人,张大,男,${man},1990-01-01`,
      `7,2,子,张小,男,${man},2012-03-04`,
    );
    expect(setAside).toEqual(["3 certno-of-head"]);
  });
});
