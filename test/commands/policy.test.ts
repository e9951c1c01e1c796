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
});
