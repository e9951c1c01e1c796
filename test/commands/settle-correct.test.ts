import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { JANUARY, type Place } from "../jobs/place.js";
import { liutong, type Outcome } from "./cli.js";
import { settledPlace } from "./settled-place.js";

let place: Place;
beforeAll(async () => {
  place = await settledPlace();
});

function correct(...words: readonly string[]): Promise<Outcome> {
  return liutong(["settle", "correct", ...words], { cwd: place.root });
}

/** Entries of January, as they stand in the database. */
function january(): readonly unknown[] {
  return place.rows("SELECT * FROM settlement WHERE month = '2017-01' ORDER BY claim_id, entry");
}

// One road, stage by stage: the order of these tests matters.
test("what is in order needs no correction", async () => {
  const { code, stdout, stderr } = await correct("--month", "2017-01");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe("按顺序重算,没有要更正的结算(2017-01)\n");
});

test("what is asked wrongly is refused, and says how it is asked", async () => {
  const refused = [
    [["--claim", "S2"], "S2:窗口结算改由中心计算,要写明原因"],
    [["--claim", "S2", "--reason", " "], "--reason 的值 “” 不合要求"],
    [["--reason", "等级用错"], "写了 --reason,没有写是哪一张窗口单据"],
    [["--claim", "S9", "--reason", "等级用错"], "没有编号为 S9 的结算单据"],
    [["--claim", "S3", "--reason", "等级用错"], "S3 不是窗口结算的单据,或已改由中心计算"],
  ] as const;
  const ask = (words: readonly string[]) => correct("--month", "2017-01", ...words);
  const outcomes = await Promise.all(refused.map(([words]) => ask(words)));
  for (const [at, { code, stdout, stderr }] of outcomes.entries()) {
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(refused[at]?.[1]);
  }
});

test("a closed month takes nothing, and the refusal names the way", async () => {
  const { months } = place.job.store;
  const signed = { version: 1, preparedBy: "张三", approvedBy: "李四" };
  await months.put({ month: JANUARY, state: "closed", ...signed });
  const before = january();
  const { code, stderr } = await correct("--month", "2017-01", "--claim", "S2", "--reason", "错");
  expect(code).toBe(2);
  expect(stderr).toBe(
    "没有执行:2017-01 已由 李四 关账,不能再变动\n" +
      "下一步:差额记入未关账的月份:liutong settle correct --month 未关账的月份;" +
      "查看:liutong month status\n",
  );
  expect(january()).toEqual(before);
});

test("the open month takes the reversal and the new entry of a window's bill", async () => {
  const before = january();
  const asked = ["--month", "2017-02", "--claim", "S2", "--reason", "等级用错,见核对单"];
  const { code, stdout } = await correct(...asked);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "更正 1 张单据,1 人;冲销和新结算都记入 2017-02,已关账的月份不变",
    "  窗口结算改由中心计算 1",
    "基金支付增减(元):统筹 -267.50 大病 0.00 救助 0.00 其他 0.00 合计 -267.50;个人 267.50",
    "写出的文件",
    "  out/private/corrections-2017-02.csv(含个人信息,仅本人可读)",
    "",
  ]);
  expect(january()).toEqual(before);
  expect(
    place.rows("SELECT kind, cases, settled_by, hifp_pay FROM settlement WHERE month = '2017-02'"),
  ).toEqual([
    { kind: "reversal", cases: -1, settled_by: "window", hifp_pay: -68000 },
    { kind: "corrected", cases: 1, settled_by: "centre", hifp_pay: 41250 },
  ]);
  const list = readFileSync(join(place.root, "out/private/corrections-2017-02.csv"), "utf8");
  expect(list).toContain("窗口结算改由中心计算 等级用错,见核对单");
});

test("once more, in English, there is nothing to correct; the list stays whole", async () => {
  const { stdout } = await correct("--month", "2017-02", "--lang", "en");
  expect(stdout.split("\n")).toEqual([
    "settled again in order, nothing has to be corrected (2017-02)",
    "Files written",
    "  out/private/corrections-2017-02.csv (personal data, owner only)",
    "",
  ]);
  const { stdout: json } = await correct("--month", "2017-02", "--json");
  expect(JSON.parse(json)).toMatchObject({ isUnchanged: true, claims: 0, people: 0, unready: 0 });
});

test("settle explain tells the correction, and why", async () => {
  const { stdout } = await liutong(["settle", "explain", "S2"], { cwd: place.root });
  expect(stdout.split("\n")[2]).toBe(
    "本结算已更正,记入 2017-02:窗口结算改由中心计算 等级用错,见核对单;原结算已冲销",
  );
});
