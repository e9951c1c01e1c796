import { describe, expect, test } from "vitest";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { miniFile, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const number = "15992119900101001X";

// Number, name, sex, certificate number, birth date, household, family account, state.
const withNumber = `1,张三,男,${number},1990-01-01,,,1`;
const without = "2,张三,男,,1990-01-01,,,1";

function deliver(job: Job, ...lines: readonly string[]): Promise<MigrateReport> {
  return migrateDelivery(job, writeDelivery(job, [people(...lines)]));
}

/** The facts of a table as lines. */
async function facts(job: Job, table: string): Promise<readonly string[]> {
  const found: string[] = [];
  let isWanted = false;
  for await (const lines of job.store.facts()) {
    for (const line of lines) {
      if (line.startsWith("# ")) isWanted = line.startsWith(`# ${table} (`);
      else if (isWanted) found.push(line);
    }
  }
  return found;
}

describe("a row of people whom the database knows", () => {
  test("that leads to two of them is nobody's", async () => {
    const job = await miniJob();
    await deliver(job, withNumber, without);
    const sources = await facts(job, "person_row");
    const report = await deliver(job, withNumber.replace("1,", "2,"));
    expect(report.setAside).toEqual({ "person-known-twice": 1 });
    expect(report.files[0]).toMatchObject({ read: 1, merged: 0, setAside: 1 });
    expect(await facts(job, "person_row")).toEqual(sources);
  });

  test("that links two of them takes its whole cluster along, and nobody else", async () => {
    const job = await miniJob();
    await deliver(job, "1,张三,男,,1990-01-01,,,1", without, "3,李四,女,,1992-01-01,,,1");
    const inOneHousehold = ["1,张三,男,,1990-01-01,H1,,1", "2,张三,男,,1990-01-01,H1,,1"];
    const report = await deliver(job, ...inOneHousehold, "3,李四,女,,1992-01-01,H1,,1");
    expect(report.setAside).toEqual({ "person-known-twice": 2 });
    expect(report.files[0]).toMatchObject({ loaded: 0, merged: 1, setAside: 2 });
  });

  test("is whom its certificate number names, though others share its old number", async () => {
    const job = await miniJob();
    await deliver(job, withNumber, "1,张三,男,,1980-05-05,,,1");
    const report = await deliver(job, withNumber);
    expect([report.people, report.setAside]).toEqual([0, {}]);
    expect((await deliver(job, "1,张三,男,,1980-05-05,,0.00,1")).setAside).toEqual({
      "person-known-twice": 1,
    });
  });

  test.each([
    ["a number where none stood", without, without.replace(",,1990", `,${number},1990`)],
    ["another birth date", without, without.replace("1990-01-01", "1990-01-02")],
    ["another sex", without, without.replace("男", "女")],
  ])("and states %s waits", async (_, first, second) => {
    const job = await miniJob();
    await deliver(job, first);
    const [persons, sources] = [await facts(job, "person"), await facts(job, "person_row")];
    const report = await deliver(job, second, second);
    expect(report.setAside).toEqual({ "differs-from-loaded": 2 });
    expect(report.findings).not.toHaveProperty("row-repeated");
    expect(report.files[0]).toMatchObject({ read: 2, loaded: 0, merged: 0, setAside: 2 });
    expect([await facts(job, "person"), await facts(job, "person_row")]).toEqual([
      persons,
      sources,
    ]);
  });

  test("and leaves its number out is merged", async () => {
    const job = await miniJob();
    await deliver(job, withNumber);
    const report = await deliver(job, withNumber.replace(number, ""));
    expect(report.setAside).toEqual({});
    expect(report.files[0]).toMatchObject({ loaded: 0, merged: 1, setAside: 0 });
  });
});

describe("an enrolment that is said to have stopped", () => {
  const stopped = without.replace(/1$/, "4");

  test("waits while the unified one of an earlier delivery runs", async () => {
    const job = await miniJob();
    await deliver(job, without);
    const before = await facts(job, "enrolment");
    const report = await deliver(job, stopped);
    expect(report.setAside).toEqual({ "differs-from-loaded": 1 });
    expect(report.files[0]).toMatchObject({ loaded: 0, merged: 0, setAside: 1 });
    expect(await facts(job, "enrolment")).toEqual(before);
  });

  test("is merged when it was so already", async () => {
    const job = await miniJob();
    await deliver(job, stopped);
    const report = await deliver(job, stopped.replace(",,4", ",0.00,4"));
    expect(report.setAside).toEqual({});
    expect(report.files[0]).toMatchObject({ loaded: 0, merged: 1, setAside: 0 });
  });

  test("is merged when the unified one rests on another scheme, as it did before", async () => {
    const job = await miniJob();
    const both = (memo: string) => [
      people(withNumber),
      miniFile("ac01.txt", "urbmi-ac01", [
        `9\t${number}\t张三\t1\t01\t1990-01-01\t1\t159921\t\t\t${memo}`,
        "",
      ]),
      miniFile("ac02.txt", "urbmi-ac02", ["9\t390\t3\t2014-09-01\t82\t11\t2014-09-01\t", ""]),
    ];
    await migrateDelivery(job, writeDelivery(job, both("")));
    const before = await facts(job, "enrolment");
    expect(before.map((line) => JSON.parse(line)[2]).sort()).toEqual(["380", "390", "391"]);
    const report = await migrateDelivery(job, writeDelivery(job, both("x")));
    expect(report.setAside).toEqual({});
    expect(report.files.map((file) => file.merged)).toEqual([1, 1, 1]);
    expect(await facts(job, "enrolment")).toEqual(before);
  });
});
