import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Place } from "../jobs/place.js";
import { liutong, type Outcome } from "./cli.js";
import { settledPlace } from "./settled-place.js";

let place: Place;
beforeAll(async () => {
  place = await settledPlace();
});

function recount(...words: readonly string[]): Promise<Outcome> {
  return liutong(["settle", "recount", ...words], { cwd: place.root });
}

// One road, stage by stage: the order of these tests matters.
test("a month that stands is told so, each time", async () => {
  for (const _ of ["first", "again"]) {
    const { code, stdout, stderr } = await recount("--month", "2017-01");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("2017-01 独立复算 3 张,金额和所用条款都一致的 3 张\n");
  }
});

test("in English, and with --json as data", async () => {
  const { stdout } = await recount("--month", "2017-01", "--lang", "en");
  expect(stdout).toBe("2017-01: recounted 3 claims, 3 agree in amounts and parameters\n");
  const { stdout: json } = await recount("--month", "2017-01", "--json");
  const counts = { recounted: 3, agreeing: 3, otherAmounts: 0, otherParameters: 0, refunds: 0 };
  expect(JSON.parse(json)).toEqual({
    month: "2017-01",
    ...counts,
    cancelling: 0,
    unready: 0,
    outputs: [],
  });
});

test("a month that is not settled is refused", async () => {
  const { code, stdout, stderr } = await recount("--month", "2017-03", "--lang", "en");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    "Not done: 2017-03 is not settled yet\n" +
      "Next: settle it first: liutong settle month --month 2017-03; see: liutong month status\n",
  );
});

test("an amount that somebody changed in the file is found, and listed", async () => {
  place.write("DROP TRIGGER settlement_update");
  place.write(
    "UPDATE settlement SET hifp_pay = 15100, fund_pay_sumamt = 15100, psn_part_amt = 24900 " +
      "WHERE claim_id = (SELECT claim_id FROM claim WHERE medins_setl_id = 'S3')",
  );
  const { code, stdout } = await recount("--month", "2017-01");
  expect(code).toBe(3);
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    "2017-01 独立复算 3 张,金额和所用条款都一致的 2 张",
    "金额不同 1 张,金额相同而条款不同 0 张:请勿付款,先查清单",
  ]);
  const list = readFileSync(join(place.root, "out/private/recount-2017-01.csv"), "utf8");
  expect(list.slice(1).trimEnd().split(/\r?\n/)).toEqual([
    "结算编号,项目,已结算,复算",
    "S3,统筹基金 hifp_pay,151.00,150.00",
    "S3,基金合计 fund_pay_sumamt,151.00,150.00",
    "S3,个人负担 psn_part_amt,249.00,250.00",
  ]);
});
