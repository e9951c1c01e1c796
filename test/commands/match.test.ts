import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { encode } from "../../src/io/gb18030.js";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();
const spec = join(packageRoot(), "mappings/match/people.yaml");
const rural = join(folder, "rural.csv");
const urban = join(folder, "urban.csv");
writeFileSync(
  rural,
  encode(
    "编号,姓名,身份证号,出生日期,性别\n" +
      "A1,王珅,15992119900101001X,1990-01-01,男\n" +
      "A2,李玥,,1985-03-02,女\n" +
      "A3,阿依古丽·买买提,159921197001010029,1970-01-01,女\n",
  ),
);
writeFileSync(
  urban,
  "编号,姓名,身份证号,出生日期,性别\n" +
    "B1,王珅,15992119900101001X,19900101,男\n" +
    "B2,李月,,1985年3月2日,女\n" +
    "B3,阿依古丽买买提,159921700101002,1970/1/1,女\n" +
    "B4,赵六,,1950-05-05,男\n",
);
const words = ["match", "files", rural, urban, "--spec", spec, "--id", "编号"];

describe("match files, on a GBK and a UTF-8 list, outside any workspace", () => {
  const [pairs, clusters] = [join(folder, "pairs.csv"), join(folder, "people.csv")];

  test("writes the pairs and the clusters, for their owner's eyes", async () => {
    const outputs = ["--out", pairs, "--clusters", clusters];
    const { code, stdout } = await liutong([...words, ...outputs, "--lang", "zh"], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining("名单:3 + 4 行\n")]);
    const lines = readFileSync(pairs, "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toBe("left,right,probability");
    expect(lines.slice(1).map((line) => line.replace(/,[^,]*$/, ""))).toEqual([
      "A1,B1",
      "A2,B2",
      "A3,B3",
    ]);
    expect(lines.slice(1).every((line) => /,(0\.9\d{8}|1\.0{9})$/.test(line))).toBe(true);
    const rows = readFileSync(clusters, "utf8").trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(7);
    const numbers = new Map(rows.map((row) => row.split(",") as [string, string]));
    expect(numbers.get("A1")).toBe(numbers.get("B1"));
    expect(numbers.get("A3")).toBe(numbers.get("B3"));
    expect(statSync(pairs).mode & 0o777).toBe(0o600);
  });

  test("gives the same bytes again, and a report in JSON", async () => {
    const again = join(folder, "again.csv");
    const { code, stdout } = await liutong([...words, "--out", again, "--json"], { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(again)).toEqual(readFileSync(pairs));
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ rows: [3, 4], written: 3, floor: 0.01 });
    expect(report.thresholds.wrongPer10000).toBeLessThanOrEqual(1);
  });

  test("refuses a probability that is none", async () => {
    const floor = ["--out", pairs, "--floor", "95"];
    const { code, stderr } = await liutong([...words, ...floor], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining("--floor 的值 95 不合要求")]);
  });

  test("refuses a spec with a word that it does not know, with the line", async () => {
    const wrong = join(folder, "wrong.yaml");
    const text = readFileSync(spec, "utf8").replace("levels: [equal]", "levels: [equal, alike]");
    writeFileSync(wrong, text);
    const said = words.map((word) => (word === spec ? wrong : word));
    const { code, stderr } = await liutong([...said, "--out", pairs], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/wrong\.yaml:\d+ alike 不合要求;应为 equal \| similar 0\.92/);
  });
});

describe("match train and match explain", () => {
  const weights = join(folder, "people.weights.yaml");
  const rest = ["--spec", spec, "--id", "编号"];
  const train = ["match", "train", rural, urban, ...rest, "--out", weights];

  test("weights are kept with a version, and training again tells what would change", async () => {
    expect((await liutong([...train, "--lang", "zh"], { cwd: folder })).stdout).toContain(
      "权重第 1 版已写入",
    );
    const first = readFileSync(weights, "utf8");
    const again = JSON.parse((await liutong([...train, "--json"], { cwd: folder })).stdout);
    expect(again).toMatchObject({ version: 2, changes: [] });
    expect(readFileSync(weights, "utf8")).toBe(first.replace("version: 1", "version: 2"));
    const changed = first.replace(/(name:\n.*\n {4}same: \[)0\.\d+/, "$10.000000001");
    writeFileSync(weights, changed);
    const { changes } = JSON.parse((await liutong([...train, "--json"], { cwd: folder })).stdout);
    expect(changes).not.toEqual([]);
  });

  test("trained weights give the scores that they gave when they were learnt", async () => {
    const [learnt, given] = [join(folder, "learnt.csv"), join(folder, "given.csv")];
    await liutong([...words, "--out", learnt], { cwd: folder });
    const outputs = ["--weights", weights, "--out", given, "--json"];
    const { stdout } = await liutong([...words, ...outputs], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ weights: 2, rounds: 0 });
    expect(readFileSync(given, "utf8")).toBe(readFileSync(learnt, "utf8"));
  });

  test("two rows are explained field by field, in words, without a value of theirs", async () => {
    const asked = ["match", "explain", "A2", "B2", "--in", rural, "--in", urban, ...rest];
    const { code, stdout } = await liutong([...asked, "--lang", "zh"], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^A2 与 B2:(同一人|待审核),概率 0\.9/);
    expect(stdout).toMatch(/\n {2}name +同音 +[+−]\d+\.\d {2}\S/);
    expect(stdout).toMatch(/\n {2}certno +缺填,或不足为凭 +\+0\.0/);
    expect(stdout).not.toContain("李");
    const report = JSON.parse((await liutong([...asked, "--json"], { cwd: folder })).stdout);
    const sum = report.steps.reduce((all: number, step: { weight: number }) => {
      return all + step.weight;
    }, report.prior);
    expect(sum).toBeCloseTo(report.weight, 9);
    expect(report.probability).toBeCloseTo(1 / (1 + 2 ** -report.weight), 9);
  });
});
