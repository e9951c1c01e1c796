import { describe, expect, test } from "vitest";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();

/** A wrong command line, and what is said about it. */
const wrong: readonly (readonly [words: string, zh: string, en: string])[] = [
  ["month status --nonsense", "没有选项 --nonsense", "there is no flag --nonsense"],
  ["settle month", "缺少选项 --month", "the flag --month is missing"],
  [
    "settle month --month 2017-13",
    "--month 的值 2017-13 不合要求(日期写作 2017-01-31,月份写作 2017-01,年度写作 2017,编号写数字,概率写 0 到 1,理由不能为空)",
    "the value 2017-13 of --month does not fit " +
      "(a day like 2017-01-31, a month like 2017-01, a year like 2017, a number, " +
      "a share like 0.95, a reason)",
  ],
  [
    "match files A B --workers 0 --spec S --id I --out O",
    "--workers 的值 0 不合要求(日期写作 2017-01-31,月份写作 2017-01,年度写作 2017,编号写数字,概率写 0 到 1,理由不能为空)",
    "the value 0 of --workers does not fit " +
      "(a day like 2017-01-31, a month like 2017-01, a year like 2017, a number, " +
      "a share like 0.95, a reason)",
  ],
  [
    "settle month --month 2017-01 --month 2017-02",
    "选项 --month 只能写一次",
    "the flag --month is given twice",
  ],
  ["approve", "缺少参数 approval", "the argument approval is missing"],
  ["approve 1 2", "多出的参数 2", "unexpected argument 2"],
  ["settle everything", "没有命令 settle everything", "there is no command settle everything"],
];

describe("a wrong command line is refused with exit code 2", () => {
  test.each(wrong)("liutong %s", async (line, zh, en) => {
    const words = line.split(" ");
    const [chinese, english, json] = await Promise.all([
      liutong(words, { cwd: folder }),
      liutong([...words, "--lang", "en"], { cwd: folder }),
      liutong([...words, "--json"], { cwd: folder }),
    ]);
    expect([chinese.code, english.code, json.code]).toEqual([2, 2, 2]);
    expect([chinese.stdout, english.stdout]).toEqual(["", ""]);
    expect(chinese.stderr).toContain(`没有执行:命令写法不对:${zh}\n下一步:查看用法:liutong `);
    expect(english.stderr).toContain(`Not done: the command line is wrong: ${en}\nNext: see `);
    const { code, message, nextStep } = JSON.parse(json.stdout).error;
    expect({ code, message }).toEqual({ code: "command-wrong", message: `命令写法不对:${zh}` });
    expect(nextStep).toMatch(/^查看用法:liutong .*--help$/);
  });
});

describe("the language of the screen", () => {
  const missing = { zh: /^没有执行:这里和上级目录/, en: /^Not done: no liutong\.yaml here/ };

  test.each([
    [[], {}, missing.zh], // nobody said anything
    [[], { LANG: "en_US.UTF-8" }, missing.en],
    [[], { LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, missing.zh], // LC_ALL goes before LANG
    [["--lang", "zh"], { LANG: "en_US.UTF-8" }, missing.zh],
    [["--lang=en"], {}, missing.en],
  ])("%j %j", async (words, env, expected) => {
    const { code, stderr } = await liutong(["month", "status", ...words], { cwd: folder, env });
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });
});
