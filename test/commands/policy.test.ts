import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallPack } from "../policy/law-from.js";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();
const small = join(folder, "small.yaml");
writeFileSync(small, smallPack);

describe("policies on the command line", () => {
  test("check of one file anywhere: what was proved, exit code 0", async () => {
    const { code, stdout } = await liutong(["policy", "check", small]);
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "small(样例)没有错误:13 个参数,16 个数值,1 个时段",
      "2017-01-01 至 2017-12-31 每一天(365 天),3 类人员 × 4 级医院 × 1 种待遇 × 1 层保障都恰有一个数值生效",
      "变动日历(0 天):",
    ]);
  });

  test("check of a bad file: place, reason, next step, exit code 2", async () => {
    const bad = join(folder, "bad.yaml");
    writeFileSync(bad, smallPack.replace('value: "0.50"', 'value: "85"'));
    const { code, stdout, stderr } = await liutong(["policy", "check", bad, "--lang", "en"]);
    const line = smallPack.slice(0, smallPack.indexOf("inpatient.ratio")).split("\n").length;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(
      `  bad.yaml:${line} "85" does not fit; expected: "0" … "1" (带引号 quoted)\n`,
    );
  });

  test("show prints every value with its source and place", async () => {
    const { code, stdout } = await liutong(["policy", "show", small, "--on", "2017-06-30"]);
    expect(code).toBe(0);
    expect(stdout).toContain("  住院  三级        一律      0.00       50%\n");
    expect(stdout).toMatch(
      /\n {2}试\(按次\) · 2010-01-01 …\n {4}一律: 0\.00 元 {2}small\.yaml:\d+\n/,
    );
  });

  test("compare says what differs, and with --json the same as data", async () => {
    const other = join(folder, "other.yaml");
    writeFileSync(other, smallPack.replace('value: "0.50"', 'value: "0.55"'));
    const words = ["policy", "compare", small, `${other}@2017-03-01`];
    const { stdout } = await liutong(words);
    expect(stdout).toMatch(/\n≠ 试 +一律 +50% +55%\n不同 1 处,相同 \d+ 处\n$/);
    const { stdout: json } = await liutong([...words, "--json"]);
    expect(JSON.parse(json).differences).toMatchObject([
      { key: "inpatient.ratio", left: "50%", right: "55%", isSame: false },
    ]);
  });

  test("try settles the worked examples of a shipped region, every step on request", async () => {
    const { code, stdout } = await liutong(["policy", "try", "--pack", "example"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^示例市城乡居民基本医疗保险:算例 12 个,单据 12 张\n/);
    expect(stdout).toMatch(/\n算例写明的 \d+ 个数全部相符;第二套独立程序复算相同\n$/);
    const steps = await liutong(["policy", "try", "--pack", "example", "--steps"]);
    expect(steps.stdout).toContain("  费用 4600.00 × 0.75 = 3450.00\n");
  });

  test("try tells each value that is another, with its line, exit code 3", async () => {
    const examples = join(folder, "examples.yaml");
    const bill = '{ day: 2017-03-05, scope: "100.00", gives: { hifpPay: "50.01" } }';
    writeFileSync(examples, `- name: 甲\n  claims:\n    - ${bill}\n`);
    const words = ["policy", "try", examples, "--pack", small];
    const { code, stdout } = await liutong([...words, "--lang", "en"]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      "  examples.yaml:3 [hifpPay] the example says 50.01, the law gives 50.00; ",
    );
    const { stdout: json } = await liutong([...words, "--json"]);
    expect(JSON.parse(json)).toMatchObject({
      values: 1,
      trials: [{ name: "甲", bills: [{ amounts: { hifpPay: "50.00", psnPartAmt: "50.00" } }] }],
      problems: [{ code: "trial-differs", place: { line: 3, field: "hifpPay" } }],
    });
  });

  test("try of a file that is not there, or not understood: exit code 2", async () => {
    const missing = await liutong(["policy", "try", join(folder, "none.yaml"), "--pack", small]);
    expect({ code: missing.code, stdout: missing.stdout }).toEqual({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("none.yaml");
    const wrong = join(folder, "wrong.yaml");
    writeFileSync(wrong, "- { name: 甲, claims: [{ scope: 100 }] }\n");
    const { code, stderr } = await liutong(["policy", "try", wrong, "--pack", small]);
    expect(code).toBe(2);
    expect(stderr).toContain('  wrong.yaml:1 100 不合要求;应为 "0.00" (带引号 quoted)\n');
  });
});
