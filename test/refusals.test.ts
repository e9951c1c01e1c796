import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "../src/domain/refusal.js";
import { refusalTexts } from "../src/text/refusals.js";
import { commandFolder, liutong } from "./commands/cli.js";
import { miniJob } from "./problems/mini-delivery.js";
import { ofDeliveries } from "./refusals/of-deliveries.js";
import { ofFiles } from "./refusals/of-files.js";
import { ofLists } from "./refusals/of-lists.js";
import { ofMonths } from "./refusals/of-months.js";
import { ofPolicies } from "./refusals/of-policies.js";
import { ofReviews } from "./refusals/of-reviews.js";
import { ofSettlements } from "./refusals/of-settlements.js";
import { ofSources } from "./refusals/of-sources.js";
import { ofUndos } from "./refusals/of-undos.js";
import { ofWorkspaces } from "./refusals/of-workspaces.js";
import type { Told } from "./refusals/refusal-row.js";

const ofJobs = [
  ...ofWorkspaces,
  ...ofDeliveries,
  ...ofSources,
  ...ofFiles,
  ...ofMonths,
  ...ofLists,
  ...ofUndos,
  ...ofSettlements,
  ...ofReviews,
  ...ofPolicies,
];

/** Refusals that only a command line can earn. */
const ofCommands: readonly (Told & { readonly words: readonly string[] })[] = [
  {
    code: "operator-missing",
    words: ["settle", "month", "--month", "2017-01"],
    zh: "不知道是谁在操作",
    zhNext: "加上 --operator 姓名,或写进 liutong.yaml 的 operator",
    en: "the operator is not known",
    enNext: "add --operator NAME, or write operator: into liutong.yaml",
  },
  {
    code: "command-wrong",
    words: ["month", "close"],
    zh: "命令写法不对:缺少选项 --month",
    zhNext: "查看用法:liutong month close --help",
    en: "the command line is wrong: the flag --month is missing",
    enNext: "see how it is used: liutong month close --help",
  },
];

describe("every refusal is earned by a job or a command, and told with its next step", () => {
  test.each(ofJobs)("$code: $zh", async ({ code, ask, ...told }) => {
    const job = await miniJob();
    const refusal = await ask(job).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    if (!(refusal instanceof Refusal)) return;
    const { root } = job.workspace;
    expect({
      code: refusal.code,
      zh: withoutFolders(refusal.reason("zh"), root),
      zhNext: refusal.nextStep("zh"),
      en: withoutFolders(refusal.reason("en"), root),
      enNext: refusal.nextStep("en"),
    }).toEqual({ code, ...told });
  });

  const folder = commandFolder();
  test("a workspace without an operator is made", async () => {
    expect((await liutong(["init", "--dir", folder])).code).toBe(0);
  });

  test.each(ofCommands)("$code: $zh", async ({ code, words, zh, zhNext, en, enNext }) => {
    const say = (lang: string) => liutong([...words, "--lang", lang], { cwd: folder });
    const json = liutong([...words, "--json"], { cwd: folder });
    expect((await say("zh")).stderr).toBe(`没有执行:${zh}\n下一步:${zhNext}\n`);
    expect((await say("en")).stderr).toBe(`Not done: ${en}\nNext: ${enNext}\n`);
    const { error } = JSON.parse((await json).stdout);
    expect(error).toEqual({ code, message: zh, nextStep: zhNext, problems: [] });
    expect((await json).code).toBe(2);
  });
});

test("no refusal is without its row", () => {
  const codes = [...ofJobs, ...ofCommands].map((row) => row.code).sort();
  expect(codes).toEqual(Object.keys(refusalTexts).sort());
});

/** The text with the folders of one test taken out. */
function withoutFolders(text: string, root: string): string {
  return text
    .replaceAll(root, "…")
    .replaceAll(join(root, ".."), "…")
    .replace(/delivery-\w{6}/, "delivery");
}
