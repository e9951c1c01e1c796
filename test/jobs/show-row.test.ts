import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Job } from "../../src/jobs/job.js";
import { type RowAnswer, showRow } from "../../src/jobs/lineage/show-row.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { bookOf, editedBook, FIRST_FIELD } from "./edited-book.js";

const sound = "1,张三丰,男,,1990-01-01,H1,5.00,1";
const broken = "2,李四,,,1991-01-01,,,1";

async function loaded(): Promise<{ job: Job; folder: string }> {
  const job = await miniJob();
  const folder = writeDelivery(job, [people(sound, broken), ...hospitals, claims(claim())]);
  await migrateDelivery(job, folder);
  return { job, folder };
}

function ask(job: Job, row: string, more: { reveal?: string; delivery?: string } = {}) {
  const { reveal, delivery } = more;
  return showRow(job, { row, runId: undefined, reveal, delivery, lang: "zh" });
}

function onlyRow(answer: RowAnswer) {
  expect(answer.rows.length).toBe(1);
  return answer.rows[0];
}

describe("the way back from a record to its line", () => {
  test("leads from a person to the file, its hash, the place and the text", async () => {
    const { job } = await loaded();
    const answer = await ask(job, "person:1599210000000001", { reveal: "核对" });
    const row = onlyRow(answer);
    expect(row?.records).toEqual(["enrolment", "enrolment_row", "person_row"]);
    expect(row).toMatchObject({ run: 1, operator: "甲", file: "people.csv", line: "2" });
    expect(row).toMatchObject({ layout: "people", outcome: "loaded", isFromFile: true });
    expect([row?.text, row?.offset, row?.length]).toEqual([sound, 40, 33]);
    expect(row?.fields[1]).toEqual({ column: "姓名", value: "张三丰" });
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is masked unless somebody says why, and that stands in the journal", async () => {
    const { job } = await loaded();
    const masked = onlyRow(await ask(job, "person:1599210000000001"));
    expect(masked?.text).toBe("1,张**,男,,1990-01-01,H1,5.00,1");
    expect((await job.store.runs.list()).length).toBe(1);
    await ask(job, "person:1599210000000001", { reveal: "来访核对" });
    const run = (await job.store.runs.list()).at(-1);
    expect(run).toMatchObject({ kind: "reveal", subject: "person:1599210000000001" });
    expect(JSON.parse(run?.report ?? "")).toEqual({ reason: "来访核对" });
  });

  test("leads from a claim, and from a hospital", async () => {
    const { job } = await loaded();
    const id = claim().split(",")[0] ?? "";
    expect(onlyRow(await ask(job, `claim:${id}`))).toMatchObject({ file: "claims.csv", line: "2" });
    const hospital = await ask(job, "institution:H15992100001");
    expect(hospital.rows.map((row) => row.records)).toEqual([["institution"]]);
  });

  test("of a set-aside row tells its reasons, also when the delivery is gone", async () => {
    const { job, folder } = await loaded();
    const row = onlyRow(await ask(job, "row:people.csv:3", { reveal: "核对" }));
    expect(row).toMatchObject({ outcome: "setAside", text: broken, isFromFile: true });
    expect(row?.problems[0]).toContain("people.csv:3 [性别]");
    renameSync(folder, `${folder}-moved`);
    const kept = onlyRow(await ask(job, "row:people.csv:3", { reveal: "核对" }));
    expect(kept).toMatchObject({ text: broken, isFromFile: false });
    const delivery = `${folder}-moved`;
    expect(onlyRow(await ask(job, "row:people.csv:2", { delivery }))?.isFromFile).toBe(true);
  });

  test("of a corrected row shows the line as delivered and what a person changed", async () => {
    const { job, folder } = await loaded();
    const book = await editedBook(bookOf(job, "set-aside"), ([header = [], ...rows]) => [
      header,
      ...rows.map((row) => row.with(FIRST_FIELD + 2, "女")),
    ]);
    await migrateDelivery(job, folder, book);
    const row = onlyRow(await ask(job, "person:1599210000000002", { reveal: "核对" }));
    expect(row).toMatchObject({ run: 2, file: "people.csv", line: "3", text: broken });
    expect(row?.correction).toMatchObject({
      action: "corrected",
      changes: [{ column: "性别", from: "", to: "女" }],
    });
    const both = await ask(job, "row:people.csv:3");
    expect(both.rows.map((one) => [one.run, one.outcome])).toEqual([
      [1, "setAside"],
      [2, "loaded"],
    ]);
  });

  test("can be asked of one run", async () => {
    const { job } = await loaded();
    const question = { row: "row:people.csv:2", reveal: undefined, delivery: undefined };
    const asked = showRow(job, { ...question, runId: 7, lang: "zh" });
    await expect(asked).rejects.toMatchObject({ code: "row-unknown" });
  });
});

test("a delivery outside of the workspace is found too", async () => {
  const { job, folder } = await loaded();
  const [run] = await job.store.runs.list();
  expect(join(job.workspace.root, run?.folder ?? "")).toBe(folder);
});
