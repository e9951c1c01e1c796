import { describe, expect, test } from "vitest";
import { explainPeopleLines } from "../../src/cli/show/explain-pair.js";
import { explainPeople } from "../../src/jobs/match/explain-people.js";
import { decide, deliver, matchingJob } from "./matched.js";

const card = "15992119900101001X";
const lines = [
  `1,张三,男,${card},1990-01-01,H1,,1`,
  "2,张三,男,,1990-01-01,,,1",
  "3,欧阳修远,女,,1961-07-09,,,1",
];

async function job() {
  const made = await matchingJob();
  await deliver(made, ...lines);
  return made;
}

describe("two people or records of the database", () => {
  test("are explained field by field, masked", async () => {
    const report = await explainPeople(await job(), {
      left: "1599210000000001",
      right: "ncms:3",
      reveal: undefined,
    });
    expect(report).toMatchObject({ outcome: "different", isMasked: true });
    expect(report.records.map((one) => one.facts.psn_name)).toEqual(["张*", "欧***"]);
    const text = explainPeopleLines(report, "zh").join("\n");
    expect(text).toContain("1599210000000001:ncms 1(people.csv:2)— 张*");
    expect(text).toMatch(/name +不同 +−\d/);
    expect(text).not.toContain(card);
    expect(text).not.toContain("1990-01-01");
  });

  test("are the records that are most alike, also of one person", async () => {
    const place = await job();
    const question = { left: "ncms:1", right: "ncms:2", reveal: undefined };
    const report = await explainPeople(place, question);
    expect(report.records.map((one) => one.psnNo)).toEqual(Array(2).fill("1599210000000001"));
    expect(report.outcome).toBe("same");
    const steps = report.steps.map((step) => [step.field, step.level?.test ?? step.agreement]);
    expect(Object.fromEntries(steps)).toMatchObject({ certno: "missing", name: "equal" });
  });

  test("are shown for a reason, which is journalled", async () => {
    const place = await job();
    const reveal = "电话核实";
    const report = await explainPeople(place, { left: "ncms:1", right: "ncms:3", reveal });
    expect(report.records[0].facts.certno).toBe(card);
    const run = (await place.store.runs.list()).at(-1);
    expect(run).toMatchObject({ kind: "reveal", subject: "ncms:1 ncms:3" });
    expect(JSON.parse(run?.report ?? "")).toEqual({ reason: reveal });
  });

  test("come with what somebody decided about them", async () => {
    const place = await job();
    await decide(place, "different", "1", "2");
    const question = { left: "ncms:1", right: "ncms:2", reveal: undefined };
    const report = await explainPeople(place, question);
    expect(report.decided).toBe("different");
    expect(explainPeopleLines(report, "zh").join("\n")).toContain("人工结论:不同人");
  });

  test("that nobody knows are refused", async () => {
    const question = { left: "ncms:1", right: "ncms:77", reveal: undefined };
    await expect(explainPeople(await job(), question)).rejects.toMatchObject({
      code: "row-unknown",
    });
  });
});
