import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { people, peopleLayout } from "../problems/mini-delivery.js";
import { commandFolder, liutong, type Outcome } from "./cli.js";

const workspace = join(commandFolder(), "workspace");
const CARD = "159921197003056119";
const BOTH = "1599210000000001";
const split = ["--person", BOTH, "--records", "ncms:1002", "--reason", "父子共用一张卡"];

function ask(...words: readonly string[]): Promise<Outcome> {
  return liutong(words, { cwd: workspace });
}

// One road, stage by stage: the order of these tests matters.
test("a father and his son are loaded as one person", async () => {
  await liutong(["init", "--dir", workspace, "--operator", "张三"]);
  writeFileSync(join(workspace, "mappings/legacy/people.yaml"), peopleLayout);
  const list = people(
    `1001,王建国,男,${CARD},1970-03-05,9,30.00,1`,
    `1002,王建国,男,${CARD},1970-03-05,9,30.00,1`,
  );
  mkdirSync(join(workspace, "list"));
  writeFileSync(join(workspace, "list/people.csv"), list.content);
  writeFileSync(
    join(workspace, "list/delivery.yaml"),
    "title: 小名单\nregion: tongliao\nmonth: 2017-01\nfiles:\n" +
      "  - { path: people.csv, layout: people, rows: 2 }\n",
  );
  const { stdout } = await ask("migrate", "run", "list", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ people: 1 });
});

test("match undo shows what the split changes, and waits for another person", async () => {
  const { code, stdout, stderr } = await ask("match", "undo", ...split);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([
    `拆分 ${BOTH} 已提交(1 号,提交 张三),等另一人审批:liutong approve 1 --operator 审批人`,
    "理由:父子共用一张卡",
    `留下的:${BOTH}(原编号),记录 1 条,参保 2 条,已结算单据 0 张,未结算 0 张`,
    "  上年待遇 0.00 元(统筹 0.00,大病 0.00),家庭账户 1 户 30.00 元",
    "分出的:1599210000000002(新编号,以审批时为准),记录 1 条,参保 2 条,已结算单据 0 张,未结算 0 张",
    "  上年待遇 0.00 元(统筹 0.00,大病 0.00),家庭账户 0 户 0.00 元",
    "财政补助的变化(元)",
    "  区划    年度  原人数  现人数  每人补助    差额",
    "  159921  2017       1       2    450.00  450.00",
    "  合计                                    450.00",
    "重复参保的退费与追回的变化(元)",
    "  类别      区划    年度    现在  重算     差额",
    "  收回补助  159921  2017  450.00  0.00  -450.00",
    "没有会因此不同的结算",
    "写出的文件",
    "  out/private/match-undo-1.xlsx(含个人信息,仅本人可读)",
    "  out/private/match-undo-1.csv(含个人信息,仅本人可读)",
    "",
  ]);
});

test("asked again it says so, in English too, and nothing is done", async () => {
  const { code, stdout } = await ask("match", "undo", ...split, "--lang", "en");
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    "this split was prepared before (1); nothing was done",
    `the split of ${BOTH} waits for approval 1 (prepared by 张三): ` +
      "liutong approve 1 --operator APPROVER",
  ]);
});

test("who prepared it cannot approve it; another person does", async () => {
  const own = await ask("approve", "1");
  expect([own.code, own.stdout]).toEqual([2, ""]);
  const { code, stdout } = await ask("approve", "1", "--operator", "李四", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    state: "approved",
    preparedBy: "张三",
    approvedBy: "李四",
    leaving: { psnNo: "1599210000000002", numbering: "new" },
    consequences: { subsidyDifference: "450.00", total: { claims: 0 } },
  });
});

test("the way back of both tells the split", async () => {
  for (const psnNo of [BOTH, "1599210000000002"]) {
    const { stdout } = await ask("run", "show", "--row", `person:${psnNo}`);
    expect(stdout).toContain(`拆出 people.csv:3:${BOTH} → 1599210000000002(第 3 次运行,李四)`);
  }
});

test("what is not understood is refused with what to write", async () => {
  const { code, stderr } = await ask("match", "undo", "--person", BOTH, "--reason", "错");
  expect(code).toBe(2);
  expect(stderr).toBe(
    "没有执行:没有写明拆开谁:要么写 --person 和 --records,要么写 --decision\n" +
      "下一步:例如:liutong match undo --person 个人编号 --records ncms:原编号 --reason 理由\n",
  );
});
