import { describe, expect, test } from "vitest";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();

/** A wrong command line, and what is said about it. */
const wrong: readonly (readonly [words: string, zh: string, en: string])[] = [
  ["month status --nonsense", "没有选项 --nonsense", "there is no flag --nonsense"],
  ["settle month", "缺少选项 --month", "the flag --month is missing"],
  [
    "settle month --month 2017-13",
    "--month 的值不合要求:2017-01",
    "the value of --month does not fit: 2017-01",
  ],
  ["approve", "缺少参数 approval", "the argument approval is missing"],
  ["run list more", "多出的参数 more", "unexpected argument more"],
  ["settle everything", "没有命令 settle everything", "there is no command settle everything"],
];

describe("a wrong command line is refused with exit code 2", () => {
  test.each(wrong)("liutong %s", async (line, zh, en) => {
    const words = line.split(" ");
    const [chinese, english] = await Promise.all([
      liutong(words, { cwd: folder }),
      liutong([...words, "--lang", "en"], { cwd: folder }),
    ]);
    expect(chinese).toMatchObject({ code: 2, stdout: "" });
    expect(chinese.stderr).toMatch(/^没有执行:命令写法不对:/);
    expect(chinese.stderr).toContain(`${zh}\n下一步:查看用法:liutong `);
    expect(english).toMatchObject({ code: 2, stdout: "" });
    expect(english.stderr).toContain(`Not done: the command line is wrong: ${en}\nNext: see `);
  });

  test.each(wrong.slice(1))("liutong %s --json", async (line, zh) => {
    const { code, stdout } = await liutong([...line.split(" "), "--json"], { cwd: folder });
    expect(code).toBe(2);
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: "command-wrong", problems: [] });
    expect(error.message).toContain(zh);
    expect(error.nextStep).toMatch(/^查看用法:liutong .*--help$/);
  });
});

describe("the language of the screen", () => {
  const missing = { zh: /^没有执行:这里和上级目录/, en: /^Not done: no liutong\.yaml here/ };

  test.each([
    [[], {}, missing.zh], // nobody said anything
    [[], { LANG: "en_US.UTF-8" }, missing.en],
    [[], { LANG: "zh_CN.UTF-8" }, missing.zh],
    [[], { LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, missing.zh], // LC_ALL goes before LANG
    [["--lang", "zh"], { LANG: "en_US.UTF-8" }, missing.zh],
    [["--lang=en"], {}, missing.en],
  ])("%j %j", async (words, env, expected) => {
    const { code, stderr } = await liutong(["month", "status", ...words], { cwd: folder, env });
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });
});
