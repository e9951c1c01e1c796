import { appendFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import type { Job } from "../../src/jobs/job.js";
import { checkDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const file = people(
  "1,张三,男,,1990-01-01,,,1",
  "2,李四,male,,1990-01-01,,,1",
  "3,王五,女性别,,1990-01-01,,,1",
  "4,马六,male,,1990-01-01,,,1",
  "5,钱七,159921195001019956,,1990-01-01,,,1", // a column out of place
);

/** Checks the delivery and has the missing codes written. */
async function checked(job: Job, folder: string, name = "missing") {
  const missing = join(job.workspace.root, name);
  const report = await checkDelivery(job, folder, undefined, missing);
  return { report, list: join(missing, "ncms/gend.csv") };
}

describe("the codes that a crosswalk does not have", () => {
  test("are reported with count, places and a proposal, people's numbers masked", async () => {
    const job = await miniJob();
    const { report } = await checked(job, writeDelivery(job, [file]));
    const [gend] = report.codes;
    expect(gend).toMatchObject({ table: "ncms/gend", records: 5, unmapped: 4, others: 0 });
    expect(gend?.codes).toEqual([
      { code: "male", count: 2, places: ["people.csv:3", "people.csv:5"] },
      { code: "159921**********56", count: 1, places: ["people.csv:6"] },
      {
        code: "女性别",
        count: 1,
        places: ["people.csv:4"],
        proposal: { nationalCode: "2", meaning: "女", basis: "similar" },
      },
    ]);
  });

  test("are written into a private list in the columns of the crosswalk", async () => {
    const job = await miniJob();
    const { report, list } = await checked(job, writeDelivery(job, [file]));
    const text = readFileSync(list, "utf8");
    expect(text.split("\r\n").slice(0, 2)).toEqual([
      "\ufeffold_code,old_meaning,national_code,note,count,places",
      "male,,?,,2,people.csv:3 people.csv:5",
    ]);
    expect(text).toContain('女性别,,?,"2(女)?:写法相近,须核实",1,people.csv:4');
    expect(text).toContain("159921195001019956,");
    expect(statSync(list).mode & 0o777).toBe(0o600);
    expect(report.outputs.map((one) => one.path)).toContain("missing/ncms/gend.csv");
  });

  test("refuse the delivery while the list stands behind the crosswalk unfilled", async () => {
    const job = await miniJob();
    const folder = writeDelivery(job, [file]);
    const { list } = await checked(job, folder);
    appendFileSync(crosswalkOf(job), readFileSync(list));
    const refused = await checkDelivery(job, folder).catch((error: unknown) => error);
    const codes = refused instanceof Refusal ? refused.problems.map((one) => one.code) : [];
    expect(codes).toEqual(["crosswalk-code-open", "crosswalk-code-open", "crosswalk-code-open"]);
  });

  test("are known once the completed list stands behind the crosswalk as it is", async () => {
    const job = await miniJob();
    const folder = writeDelivery(job, [file]);
    const { list } = await checked(job, folder);
    const completed = readFileSync(list, "utf8").replaceAll(",,?,", ",男,1,");
    appendFileSync(crosswalkOf(job), completed);
    const { report } = await checked(job, folder, "again");
    expect(report.codes).toMatchObject([{ unmapped: 0, codes: [] }]);
    expect(report.setAside).toEqual({});
  });

  test("are not written over a folder in which somebody may be at work", async () => {
    const job = await miniJob();
    const folder = writeDelivery(job, [file]);
    await checked(job, folder);
    await expect(checked(job, folder)).rejects.toMatchObject({ code: "file-exists" });
  });
});

function crosswalkOf(job: Job): string {
  return join(job.workspace.mappings, "codes/ncms/gend.csv");
}
