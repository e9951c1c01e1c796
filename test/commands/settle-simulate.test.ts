import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Place } from "../jobs/place.js";
import { liutong, type Outcome } from "./cli.js";
import { settledPlace } from "./settled-place.js";

const draft = "mappings/policies/draft";
const asked = ["--policy", draft, "--year", "2017"];
let place: Place;

// Under the draft a hospital of level 2 is paid 80 % of what is above the deductible, not 75 %.
beforeAll(async () => {
  place = await settledPlace();
  const folder = join(place.root, draft);
  cpSync(join(place.root, "mappings/policies/tongliao"), folder, { recursive: true });
  const path = join(folder, "inpatient-ratio.yaml");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace('"2": "0.75"', '"2": "0.80"'));
});

function simulate(...words: readonly string[]): Promise<Outcome> {
  return liutong(["settle", "simulate", ...words], { cwd: place.root });
}

test("tells who gains and who loses, and what the funds would have paid", async () => {
  const { code, stdout, stderr } = await simulate(...asked);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([
    "2017 年按 mappings/policies/draft 试算:1 人,3 张单据(未改动任何数据)",
    "个人负担减少的 1 人,增加的 0 人,不变的 0 人",
    "  支付方    已结算  现行规定  试算规定    增减",
    "  统筹基金  880.00    612.50    640.00   27.50",
    "  大病保险    0.00      0.00      0.00    0.00",
    "  医疗救助    0.00      0.00      0.00    0.00",
    "  其他基金    0.00      0.00      0.00    0.00",
    "  基金合计  880.00    612.50    640.00   27.50",
    "  个人负担  620.00    887.50    860.00  -27.50",
    "  人员类别(个人负担)  人数  减少  增加  现行规定  试算规定    增减",
    "  成年居民               1     1     0    887.50    860.00  -27.50",
    "  医院等级(个人负担)  单据  减少  增加  现行规定  试算规定    增减",
    "  二级                   3     1     0    887.50    860.00  -27.50",
    "窗口结算按现行规定重算后比较,与实付的差别见“已结算”一列",
    "",
  ]);
});

test("once more, in English, it finds the same; nothing was changed", async () => {
  const before = await place.fingerprint();
  const { stdout } = await simulate(...asked, "--lang", "en");
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "2017 under mappings/policies/draft: 1 people, 3 claims (nothing was changed)",
    "people who bear less: 1, more: 0, the same: 0",
    "  payer             as posted  law in force  law tried  difference",
  ]);
  expect(await place.fingerprint()).toBe(before);
});

test("--json gives the same as data", async () => {
  const { stdout } = await simulate(...asked, "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    people: 1,
    claims: 3,
    gaining: 1,
    losing: 0,
    levels: [{ name: "2", count: 3, gaining: 1, difference: "-27.50" }],
    unready: {},
  });
});

test("what cannot be tried is refused with its reason", async () => {
  const refused = [
    [["--policy", "nowhere", "--year", "2017"], "nowhere 不是一个政策包;现有:"],
    [["--policy", draft, "--year", "2016"], "2016 年没有已结算的单据,无从试算"],
    [["--policy", draft, "--year", "17"], "--year 的值 17 不合要求"],
    [["--policy", "shangluo", "--year", "2017"], "shangluo 对 2017 年的 3 张单据没有可用的规定"],
  ] as const;
  const outcomes = await Promise.all(refused.map(([words]) => simulate(...words)));
  for (const [at, { code, stdout, stderr }] of outcomes.entries()) {
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(refused[at]?.[1]);
  }
});
