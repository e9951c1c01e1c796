import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encode } from "../../src/io/gb18030.js";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();
const members = join(folder, "members.txt");
writeFileSync(
  members,
  encode("个人编码|姓名|身份证\n1599210001|王珅|159921199001010010\n1599210002|李玥|\n"),
);

describe("source inspect, outside any workspace", () => {
  test("prints JSON under the keys that were agreed, and nothing of a person", async () => {
    const { code, stdout } = await liutong(["source", "inspect", members, "--json"], {
      cwd: folder,
    });
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["format", "encoding", "delimiter", "header", "rows", "columns"]),
    );
    expect(report).toMatchObject({ encoding: "gb18030", delimiter: "|", header: true, rows: 2 });
    const { asUtf8, asGb18030, hasMark } = report.evidence;
    expect([hasMark, asUtf8.broken > 0, asGb18030.broken]).toEqual([false, true, 0]);
    const [, name, certno] = report.columns;
    expect(name).toMatchObject({ name: "姓名", position: 2, fill: 1, distinct: 2, longest: 2 });
    expect(name.samples).toEqual(["王*", "李*"]);
    expect(certno.patterns).toMatchObject([
      { pattern: "18 digits", share: 0.5 },
      { pattern: "empty", share: 0.5 },
    ]);
  });

  test("tells people the same, in both languages", async () => {
    const [chinese, english] = await Promise.all(
      ["zh", "en"].map((lang) =>
        liutong(["source", "inspect", "members.txt", "--lang", lang], { cwd: folder }),
      ),
    );
    expect(chinese?.stdout).toContain(
      '分隔文本:2 行,3 列,首行为表头(把握:高)\n分隔符 "|",不用引号\n',
    );
    expect(english?.stdout).toContain("delimited text: 2 rows, 3 columns, the first line is");
    expect(english?.stdout).toMatch(
      /2 {2}姓名 .* Chinese text 100\.0% .* psn_name high .* 王\* · 李\*/,
    );
  });

  test("--propose writes a draft once", async () => {
    const words = ["source", "inspect", members, "--propose", join(folder, "draft.yaml")];
    expect((await liutong(words, { cwd: folder })).stdout).toContain("映射草稿已写入");
    expect(readFileSync(join(folder, "draft.yaml"), "utf8")).toContain("to: psn_name");
    const again = await liutong(words, { cwd: folder });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("已经存在,不会覆盖")]);
  });

  test("a file that is not there is refused", async () => {
    const { code, stderr } = await liutong(["source", "inspect", "nothing.txt"], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining("找不到 nothing.txt")]);
  });
});
