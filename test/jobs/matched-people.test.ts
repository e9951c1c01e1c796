import { describe, expect, test } from "vitest";
import { decide, deliver, matchingJob, numbers, splitOff, waiting } from "./matched.js";

const [cardA, cardB] = ["15992119900101001X", "159921199001010095"];
/** The same number with one digit wrong: no certificate number, but compared as it is written. */
const slipA = "15992119900101002X";
const FIRST = "1599210000000001";

/** A row of 张三, born in 1990. */
function row(legacyId: string, certno = "", household = ""): string {
  return `${legacyId},张三,男,${certno},1990-01-01,${household},,1`;
}

const stranger = "90,欧阳修远,女,,1961-07-09,,,1";

describe("the model inside a migration", () => {
  test("joins what no exact rule joins", async () => {
    const job = await matchingJob();
    const report = await deliver(job, row("1", cardA), row("2"), stranger);
    expect(await numbers(job)).toEqual({ "1": "01", "2": "01", "90": "02" });
    expect(report.matching).toMatchObject({ byRule: 0, byModel: 1, review: {} });
  });

  test("joins a name written otherwise under one certificate number", async () => {
    const job = await matchingJob();
    const homophone = row("2", cardA).replace("张三", "章三");
    const report = await deliver(job, row("1", cardA), homophone, stranger);
    expect(await numbers(job)).toEqual({ "1": "01", "2": "01", "90": "02" });
    expect(report.setAside).toEqual({});
    await deliver(job, row("3", cardA).replace("张三", "张叁"));
    expect((await numbers(job))["3"]).toBe("01");
  });

  test("a chain (A = B, B = C, A ≠ C) is never closed in silence", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2"), row("3", cardB), stranger);
    expect(await numbers(job)).toEqual({ "1": "01", "2": "02", "3": "03", "90": "04" });
    expect(await waiting(job)).toEqual(["1-2 chain", "2-3 chain"]);
  });

  test("rows of a later delivery find the people who are loaded", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), stranger);
    const report = await deliver(job, row("7"));
    expect(await numbers(job)).toEqual({ "1": "01", "7": "01", "90": "02" });
    expect(report.matching).toMatchObject({ byModel: 1 });
    expect(report.matching.model).toMatchObject({ rows: 1, knownRows: 2 });
  });
});

describe("a new record that matches two different people", () => {
  test("is merged into neither: it is loaded, and waits for a person with both", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardB), stranger);
    const report = await deliver(job, row("9"));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "02", "9": "04", "90": "03" });
    expect(report.matching.review).toEqual({ "two-people": 2 });
    expect(await waiting(job)).toEqual(
      expect.arrayContaining(["1-9 two-people", "2-9 two-people"]),
    );
    expect(report.setAside).toEqual({});
  });

  test("of which its own numbers name both is set aside: one of the numbers is wrong", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardB), stranger);
    const report = await deliver(job, row("1", cardB));
    expect(report.setAside).toEqual({ "person-known-twice": 1 });
    expect(report.matching.review).toEqual({});
  });

  test("one of whom is clearly the likelier is merged into neither all the same", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardB), stranger);
    await deliver(job, row("9", slipA));
    expect((await numbers(job))["9"]).toBe("04");
  });
});

describe("a record that matches a person split by a human before", () => {
  /** Rows 1 and 2 were one person by the model until somebody split them. */
  async function splitByModel(first = cardA) {
    const job = await matchingJob();
    await deliver(job, row("1", first), row("2"), stranger);
    expect(await numbers(job)).toMatchObject({ "1": "01", "2": "01" });
    await splitOff(job, FIRST, "2");
    expect(await numbers(job)).toMatchObject({ "1": "01", "2": "03" });
    return job;
  }

  /** Rows 1 and 2 have one number and one name: one person by the exact rules, until split. */
  async function splitByRule() {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardA), stranger);
    await splitOff(job, FIRST, "2");
    return job;
  }

  test("goes to neither side where both are alike, and waits for a person", async () => {
    const job = await splitByModel("");
    const report = await deliver(job, row("9"));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "03", "9": "04", "90": "02" });
    expect(report.matching.review).toEqual({ "decision-split": 2 });
    expect(await waiting(job)).toEqual(["1-9 decision-split", "2-9 decision-split"]);
  });

  test("goes to the side that its own number names", async () => {
    const job = await splitByModel();
    await deliver(job, row("9", cardA));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "03", "9": "01", "90": "02" });
    expect(await waiting(job)).toEqual([]);
  });

  test("goes to the side for which the evidence is clearly the stronger", async () => {
    const job = await splitByModel();
    await deliver(job, row("9", slipA));
    expect(await numbers(job)).toMatchObject({ "1": "01", "2": "03", "9": "01" });
    expect(await waiting(job)).toEqual([]);
  });

  test("whose halves share a number: goes to neither by that number", async () => {
    const job = await splitByRule();
    const report = await deliver(job, row("9", cardA));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "03", "9": "04", "90": "02" });
    expect(report.matching.review).toEqual({ "decision-split": 2 });
  });

  test("whose halves share a number: the same records again stay where they are", async () => {
    const job = await splitByRule();
    await deliver(job, row("2", cardA), row("1", cardA));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "03", "90": "02" });
    expect(await waiting(job)).toEqual([]);
  });

  test("never joins the halves again, whatever comes", async () => {
    const job = await splitByModel("");
    await deliver(job, row("8"), row("9"), row("1"), row("2"));
    const { "1": one, "2": two } = await numbers(job);
    expect([one, two]).toEqual(["01", "03"]);
  });
});

describe("decisions", () => {
  test("that two records are two people beat the exact rules", async () => {
    const job = await matchingJob();
    await decide(job, "different", "1", "2");
    const report = await deliver(job, row("1", cardA), row("2", cardA), stranger);
    expect(await numbers(job)).toMatchObject({ "1": "01", "2": "02" });
    expect(report.matching).toMatchObject({ byRule: 0, decisions: 1, review: {} });
  });

  test("hold through a third record, which waits for a person", async () => {
    const job = await matchingJob();
    await decide(job, "different", "1", "2");
    await deliver(job, row("1", cardA), row("3", cardA), row("2", cardA), stranger);
    expect(await numbers(job)).toMatchObject({ "1": "01", "3": "02", "2": "03" });
    expect(await waiting(job)).toEqual(["1-3 two-people", "2-3 two-people"]);
  });

  test("that two records are one person beat any probability", async () => {
    const job = await matchingJob();
    await decide(job, "same", "1", "2");
    await deliver(job, row("1", cardA), row("2", cardB), stranger);
    expect(await numbers(job)).toMatchObject({ "1": "01", "2": "01" });
  });

  test("join people who come in different deliveries", async () => {
    const job = await matchingJob();
    await decide(job, "same", "1", "2");
    await deliver(job, row("1", cardA), stranger);
    await deliver(job, row("2", cardB));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "01", "90": "02" });
  });

  test("join loaded people when a record comes by which they are one", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardB), stranger);
    await decide(job, "same", "1", "9");
    await decide(job, "same", "9", "2");
    const report = await deliver(job, row("9"));
    expect(await numbers(job)).toEqual({ "1": "01", "2": "01", "9": "01", "90": "03" });
    expect(report.matching.mergedPeople).toEqual([{ kept: FIRST, gone: "1599210000000002" }]);
  });
});
