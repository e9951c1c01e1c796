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

function compare(...words: readonly string[]): Promise<Outcome> {
  return liutong(["settle", "compare", ...words], { cwd: place.root });
}

test("lists what the windows paid otherwise, by probable cause", async () => {
  const { code, stdout, stderr } = await compare("--month", "2017-01");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([
    "2017-01 窗口结算 2 张,与规定不同的 1 张",
    "  可能原因      单据  机构  窗口基金支付    应付    多付",
    "  医院等级用错     1     1        680.00  412.50  267.50",
    "原因按逐项试算推断:换一处条件后金额与窗口相同到分。是疑点,不是定论",
    "写出的文件",
    "  out/private/compared-2017-01.csv(含个人信息,仅本人可读)",
    "",
  ]);
});

test("once more, in English, it says the same and writes the same list", async () => {
  const list = join(place.root, "out/private/compared-2017-01.csv");
  const before = readFileSync(list, "utf8");
  const { stdout } = await compare("--month", "2017-01", "--lang", "en");
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "2017-01: 2 window claims, 1 differ from the law",
    "  probable cause             claims  hospitals  windows paid  by law  paid more",
    "  another level of hospital       1          1        680.00  412.50     267.50",
  ]);
  expect(readFileSync(list, "utf8")).toBe(before);
  const of = "S2,H15992100001,1599210000000001,张三,医院等级用错";
  expect(before.slice(1).trimEnd().split(/\r?\n/)).toEqual([
    "结算编号,机构编号,个人编号,姓名,可能原因,项目,窗口,应为,多付",
    `${of},起付线 act_pay_dedc,200.00,450.00,-250.00`,
    `${of},统筹基金 hifp_pay,680.00,412.50,267.50`,
    `${of},基金合计 fund_pay_sumamt,680.00,412.50,267.50`,
    `${of},个人负担 psn_part_amt,320.00,587.50,-267.50`,
  ]);
});

test("--json gives the causes as data", async () => {
  const { stdout } = await compare("--month", "2017-01", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    compared: 2,
    differing: 1,
    causes: [{ cause: "level", claims: 1, paid: "680.00", computed: "412.50", paidMore: "267.50" }],
  });
});

test("a month that is not settled is refused: nothing differs would be wrong", async () => {
  const { code, stdout, stderr } = await compare("--month", "2017-02");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    "没有执行:2017-02 还没有结算过\n" +
      "下一步:先结算:liutong settle month --month 2017-02;查看:liutong month status\n",
  );
});

test("without a month it says what is missing", async () => {
  const { code, stderr } = await compare();
  expect(code).toBe(2);
  expect(stderr).toContain("缺少选项 --month");
});
