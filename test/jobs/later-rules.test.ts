import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Job } from "../../src/jobs/job.js";
import { showRow } from "../../src/jobs/lineage/show-row.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { type MiniFile, miniFile, miniJob, writeDelivery } from "../problems/mini-delivery.js";
import { editedBook, FIRST_FIELD } from "./edited-book.js";

const HEADER = "编号,姓名,性别,证件,生日,户号,余额,状态";
const CERTNO = "159921199001011231";
const FIRST = [
  `1,张三丰,男,${CERTNO},1990-01-01,H1,5.00,1`,
  "2,李四,女,,1991-01-01,H1,5.00,1",
  "3,王五,男,,1992-01-01,H2,7.00,1",
];

function list(...lines: readonly string[]): MiniFile {
  return miniFile("people.csv", "people", [HEADER, ...lines]);
}

/** The first list is loaded; then another, whose manifest says what it is. */
async function delivered(says: string, ...lines: readonly string[]) {
  const job = await miniJob();
  await migrateDelivery(job, writeDelivery(job, [list(...FIRST)]));
  return { job, report: await again(job, says, ...lines) };
}

function again(job: Job, says: string, ...lines: readonly string[]): Promise<MigrateReport> {
  const folder = writeDelivery(job, [list(...lines)], (text) =>
    text.replace("files:", `${says}\nfiles:`),
  );
  return migrateDelivery(job, folder);
}

const CORRECTION = "mode: correction\nday: 2017-03-31";
const COMPLETE = `${CORRECTION}\ncomplete: [{ source: ncms, division: "1599" }]`;

async function changesOf(job: Job, number: number) {
  const row = `person:15992100000000${String(number).padStart(2, "0")}`;
  const question = { row, runId: undefined, delivery: undefined, reveal: "核对" };
  return (await showRow(job, { ...question, lang: "zh" })).changes;
}

describe("what a register said before, and the record does not show", () => {
  const twice = ["7,孙七,男,,1993-01-01,H7,,1", "8,孙七,女,,1993-01-01,H7,,1"];

  test.each(["mode: supplement\nday: 2017-03-31", "month: 2017-02"])(
    "is no difference when it comes again (%j)",
    async (says) => {
      const job = await miniJob();
      const first = await migrateDelivery(job, writeDelivery(job, [list(...FIRST, ...twice)]));
      expect([first.people, first.setAside]).toEqual([4, {}]);
      const folder = writeDelivery(job, [list(...twice, ...FIRST)], (text) =>
        says.startsWith("mode") ? text.replace("files:", `${says}\nfiles:`) : text,
      );
      const report = await migrateDelivery(job, folder);
      expect([report.people, report.setAside]).toEqual([0, {}]);
    },
  );

  test("is one when the register says something new", async () => {
    const job = await miniJob();
    await migrateDelivery(job, writeDelivery(job, [list(...FIRST, ...twice)]));
    const born = twice.map((line) => line.replace("1993", "1994"));
    const report = await again(job, "mode: supplement\nday: 2017-03-31", ...born);
    expect(report.setAside).toEqual({ "differs-from-loaded": 2 });
  });
});

describe("a correction", () => {
  test("updates what the rules let it, adds who is new, and says which", async () => {
    const { job, report } = await delivered(
      CORRECTION,
      `1,张三峰,男,${CERTNO},1990-01-01,H9,5.00,1`,
      "2,李四,女,,1991-01-01,H1,5.00,1",
      "4,赵六,男,,1980-01-01,H4,,1",
    );
    const counts = { added: 1, updated: 1, unchanged: 1, waiting: 0, ended: 0, stopped: 0 };
    expect(report.later).toMatchObject({ mode: "correction", ...counts });
    expect(report.later?.fields).toEqual({ household_no: 1, psn_name: 1 });
    expect(report.setAside).toEqual({});
    const changes = await changesOf(job, 1);
    expect(changes).toMatchObject([
      { run: 2, place: "people.csv:2", field: "household_no", before: "H1", after: "H9" },
      { run: 2, place: "people.csv:2", field: "psn_name", before: "张三丰", after: "张三峰" },
    ]);
    const file = report.outputs.find(({ path }) => path.includes("changes-"))?.path ?? "";
    const listed = readFileSync(join(job.workspace.root, file), "utf8").trim().split("\r\n");
    expect(listed.length).toBe(3);
  });

  test("says nothing new the second time", async () => {
    const line = `1,张三峰,男,${CERTNO},1990-01-01,H9,5.00,1`;
    const { job } = await delivered(CORRECTION, line);
    const report = await again(job, CORRECTION, line, "2,李四,女,,1991-01-01,H1,5.00,1");
    expect(report.later).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect((await changesOf(job, 1)).length).toBe(2);
  });

  test("leaves to a person what says who somebody is", async () => {
    const { report } = await delivered(
      CORRECTION,
      "2,李四,男,,1991-01-02,H8,5.00,1",
      `9,钱七,男,${CERTNO},1990-01-01,H1,5.00,1`,
    );
    expect(report.later).toMatchObject({ updated: 0, waiting: 1, unchanged: 0 });
    expect(report.setAside).toEqual({ "certno-on-several-names": 1, "differs-from-loaded": 1 });
  });

  test("ends an enrolment that has stopped, on its day", async () => {
    const { job, report } = await delivered(CORRECTION, "2,李四,女,,1991-01-01,H1,5.00,0");
    expect(report.later).toMatchObject({ stopped: 1, unchanged: 1 });
    expect(report.setAside).toEqual({});
    const [change] = await changesOf(job, 2);
    const ended = { subject: "390 2017-01-01", field: "enddate", before: "", after: "2017-03-31" };
    expect(change).toMatchObject({ record: "enrolment", place: "people.csv:2", ...ended });
    const back = await again(job, CORRECTION, "2,李四,女,,1991-01-01,H1,5.00,1", FIRST[2] ?? "");
    expect(back.setAside).toEqual({ "differs-from-loaded": 1 });
  });
});

describe("a supplement", () => {
  test("fills what was empty and changes nothing else", async () => {
    const id = "159921199101011220";
    const { job, report } = await delivered(
      "mode: supplement",
      `2,李四,女,${id},1991-01-01,H7,5.00,1`,
      "3,王五,男,,1992-01-01,H2,7.00,0",
    );
    expect(report.later).toMatchObject({ mode: "supplement", updated: 1, stopped: 0 });
    expect(await changesOf(job, 2)).toMatchObject([{ field: "certno", before: "", after: id }]);
    expect(report.setAside).toEqual({ "differs-from-loaded": 1 });
    const status = await showRow(job, {
      ...{ row: "person:1599210000000002", runId: 2, delivery: undefined, reveal: undefined },
      lang: "zh",
    });
    expect(status.rows.map((row) => row.records)).toEqual([
      ["enrolment_row", "person_change", "person_row"],
    ]);
  });
});

describe("a complete list", () => {
  test("ends the enrolment of whoever is not in it", async () => {
    const { job, report } = await delivered(COMPLETE, FIRST[0] ?? "", FIRST[1] ?? "");
    expect(report.later).toMatchObject({ ended: 1, withheld: 0, unchanged: 2 });
    const [change] = await changesOf(job, 3);
    expect(change).toMatchObject({ place: "people.csv", field: "enddate", after: "2017-03-31" });
  });

  test("knows somebody whose row was set aside, by the old number", async () => {
    const { report } = await delivered(COMPLETE, ...FIRST.slice(0, 2), "3,王五,,,1992-01-01,H2,,1");
    expect(report.later).toMatchObject({ ended: 0 });
    expect(report.setAside).toEqual({ "field-missing": 1 });
  });

  test("ends nobody while a line of it cannot be cut: it may be theirs", async () => {
    const { report } = await delivered(COMPLETE, ...FIRST.slice(0, 2), "3,王五,男");
    expect(report.later).toMatchObject({ ended: 0, withheld: 1 });
  });

  test("ends nobody while a row of it does not say whose it is", async () => {
    const { report } = await delivered(
      COMPLETE,
      ...FIRST.slice(0, 2),
      ",王五,男,,1992-01-01,H2,,1",
    );
    expect(report.setAside).toEqual({ "field-missing": 1 });
    expect(report.later).toMatchObject({ ended: 0, withheld: 1 });
  });

  test("ends nobody while the file of a dropped line comes with it again", async () => {
    const job = await miniJob();
    const uncut = list(...FIRST.slice(0, 2), "3,王五");
    await migrateDelivery(job, writeDelivery(job, [list(...FIRST)]));
    await migrateDelivery(job, writeDelivery(job, [uncut]));
    const folder = writeDelivery(job, [uncut], (text) =>
      text.replace("files:", `${COMPLETE}\nfiles:`),
    );
    const report = await migrateDelivery(job, folder);
    expect(report.later).toMatchObject({ ended: 0, withheld: 1 });
  });

  test("ends nobody more when rows of it are corrected afterwards", async () => {
    const job = await miniJob();
    await migrateDelivery(job, writeDelivery(job, [list(...FIRST)]));
    const lines = [FIRST[0] ?? "", FIRST[1] ?? "", "3,王五,,,1992-01-01,H2,7.00,1"];
    const folder = writeDelivery(job, [list(...lines)], (text) =>
      text.replace("files:", `${COMPLETE}\nfiles:`),
    );
    const { outputs } = await migrateDelivery(job, folder);
    const path = outputs.find((one) => one.path.endsWith(".xlsx"))?.path ?? "";
    const book = await editedBook(join(job.workspace.root, path), ([header = [], ...rows]) => [
      header,
      ...rows.map((row) => row.with(FIRST_FIELD + 2, "男")),
    ]);
    const report = await migrateDelivery(job, folder, book);
    expect(report.later).toMatchObject({ ended: 0, unchanged: 1 });
  });

  test("of another register or division ends nobody here", async () => {
    const elsewhere = COMPLETE.replace('"1599"', '"1598"');
    const { report } = await delivered(elsewhere, FIRST[0] ?? "");
    expect(report.later).toMatchObject({ ended: 0 });
    const job = await miniJob();
    const urban = COMPLETE.replace("source: ncms", "source: urbmi");
    await expect(again(job, urban, FIRST[0] ?? "")).rejects.toMatchObject({ code: "files-wrong" });
  });
});
