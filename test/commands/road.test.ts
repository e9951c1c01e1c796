import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../src/io/files.js";
import { decode } from "../../src/io/gb18030.js";
import { commandFolder, liutong, type Outcome } from "./cli.js";

const folder = commandFolder();
const workspace = join(folder, "workspace");
const county = join(folder, "county");
const january = ["--month", "2017-01"];

/** Everything that stood on a screen during these tests. */
const screens: string[] = [];

/** Runs a command in the workspace. */
async function ask(...words: readonly string[]): Promise<Outcome> {
  const outcome = await liutong(words, { cwd: workspace });
  screens.push(outcome.stdout, outcome.stderr);
  return outcome;
}

/** Runs a command with `--json` that must succeed, and returns what it printed. */
async function json(...words: readonly string[]) {
  const { code, stdout, stderr } = await ask(...words, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

/** The fields of the first claim of the county by their names. */
function firstClaim(): Readonly<Record<string, string>> {
  const [header = "", line = ""] = decode(readFileSync(join(county, "claims.csv"))).split("\r\n");
  const values = line.split(",");
  return Object.fromEntries(header.split(",").map((name, index) => [name, values[index] ?? ""]));
}

// One workspace from its first day to its first closed month: each test goes on where the last
// ended.
describe("the whole road by commands, on a county of 600 people", () => {
  test("init makes a workspace", async () => {
    const { code, stdout } = await liutong(["init", "--dir", workspace, "--operator", "张三"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `已建工作区 ${workspace}(通辽市)\n` });
    const other = join(folder, "other");
    expect(await json("init", "--dir", other)).toMatchObject({ workspace: other });
  });

  test("sample make writes a delivery", async () => {
    const made = ["--people", "600", "--seed", "9", "--out", county];
    expect(await json("sample", "make", ...made)).toMatchObject({ people: 600, out: county });
  });

  test("policy check finds the shipped law sound", async () => {
    const report = await json("policy", "check");
    expect(report).toMatchObject({ packs: [{ region: "tongliao" }] });
    expect(report.packs[0].assumed.length).toBeGreaterThan(0);
  });

  test("a month without claims says what to do first", async () => {
    const { code, stdout } = await ask("month", "status");
    expect(code).toBe(0);
    expect(stdout).toContain("liutong migrate run");
  });

  test("migrate check writes nothing", async () => {
    const report = await json("migrate", "check", county);
    expect(report).toMatchObject({ isDry: true, isRepeated: false, notAccepted: [] });
    expect(await json("run", "list")).toEqual([]);
  });

  test("a delivery that accepts less is done with exit code 3", async () => {
    const manifest = join(county, "delivery.yaml");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace(/^ {2}certno-of-head: \d+\n/m, ""));
    const { code, stdout } = await ask("migrate", "check", county, "--lang", "en");
    writeFileSync(manifest, text);
    expect(code).toBe(3);
    expect(stdout).toMatch(/certno-of-head \d+ > 0/);
  });

  test("migrate run loads it, and every row is somewhere", async () => {
    const { code, stdout } = await ask("migrate", "run", county);
    expect(code).toBe(0);
    expect(stdout).toContain("各文件行数(读入 = 装载 + 合并 + 搁置)");
    const repeated = await json("migrate", "run", county);
    expect(repeated).toMatchObject({ isRepeated: true, isDry: false });
    for (const { read, loaded, merged, setAside } of repeated.files) {
      expect(read).toBe(loaded + merged + setAside);
    }
  });

  test("settle month settles, and settle explain tells why", async () => {
    const report = await json("settle", "month", ...january);
    expect(report).toMatchObject({ month: "2017-01", isUnchanged: false, notAccepted: [] });
    const { medins_setl_id: id = "", fund_pay_sumamt: paid = "?" } = firstClaim();
    const { stdout } = await ask("settle", "explain", id, "--lang", "en");
    expect(stdout).toContain(paid);
    expect(await json("settle", "explain", id)).toMatchObject({ medinsSetlId: id });
  });

  test("budget month pays, and budget explain tells why", async () => {
    const report = await json("budget", "month", ...january);
    expect(report).toMatchObject({ version: 1, withoutAgreement: 0 });
    const [hospital] = report.hospitals;
    const explained = await json("budget", "explain", hospital.fixmedinsCode, ...january);
    expect(explained.lines.join("\n")).toContain(hospital.payable);
  });

  test("closing takes two people: the one who prepared it cannot approve", async () => {
    const report = await json("month", "close", ...january);
    expect(report).toMatchObject({ state: "closing", approval: 1, preparedBy: "张三" });
    const same = await ask("approve", "1");
    expect(same.code).toBe(2);
    expect(same.stderr).toContain("张三 提交的事项不能由本人审批");
    const refused = await json("approve", "1", "--operator", "李四", "--refuse", "少一份协议");
    expect(refused).toMatchObject({ state: "budgeted", refusal: "少一份协议" });

    expect(await json("month", "close", ...january)).toMatchObject({ approval: 2 });
    const other = await json("approve", "2", "--operator", "李四");
    expect(other).toMatchObject({ state: "closed", preparedBy: "张三", approvedBy: "李四" });
    expect(await json("month", "status")).toMatchObject([{ month: "2017-01", state: "closed" }]);
  });

  test("the journal knows every run, who did it and what came of it", async () => {
    const runs = await json("run", "list");
    const kinds = runs.map((run: { kind: string; operator: string }) => [run.kind, run.operator]);
    expect(kinds).toEqual([
      ["migrate", "张三"],
      ["settle", "张三"],
      ["budget", "张三"],
      ["month-close", "张三"],
      ["refuse", "李四"],
      ["month-close", "张三"],
      ["approve", "李四"],
    ]);
    expect((await json("run", "show", "1")).inputs.length).toBeGreaterThan(20);
    const { changed, outputs, fingerprint } = await json("run", "verify");
    expect({ changed, outputs }).toEqual({ changed: [], outputs: 8 });
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a mistake of ours ends with exit code 1 and says whose it is", async () => {
    const broken = `import os from "node:os"; import { syncBuiltinESMExports } from "node:module";
      os.hostname = () => { throw new Error("broken on purpose"); }; syncBuiltinESMExports();`;
    const url = `data:text/javascript,${encodeURIComponent(broken)}`;
    const options = { cwd: workspace, env: { NODE_OPTIONS: `--import=${url}` } };
    const words = ["settle", "month", "--month", "2017-02"];
    const told = await liutong(words, options);
    expect(told.code).toBe(1);
    expect(told.stderr).toMatch(/^程序内部出错[\s\S]*broken on purpose/);
    const { code, stdout } = await liutong([...words, "--json"], options);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({ code: "bug", message: "broken on purpose" });
  });

  test("files with personal data are for their owner only", async () => {
    const files = await listFiles(join(workspace, "out"));
    const modes = files.map((file) => [
      file.startsWith("private/"),
      statSync(join(workspace, "out", file)).mode & 0o777,
    ]);
    expect(modes.filter(([isPrivate]) => isPrivate).length).toBe(11);
    for (const [isPrivate, mode] of modes) expect(mode).toBe(isPrivate ? 0o600 : 0o644);
  });

  test("no name and no number of a person stood on any screen", () => {
    const claims = decode(readFileSync(join(county, "claims.csv")))
      .split("\r\n")
      .slice(1, -1);
    const shown = screens.join("\n");
    expect(claims.length).toBeGreaterThan(20);
    for (const line of claims) {
      const [, , , legacyId = "", name = "", certno = ""] = line.split(",");
      expect(shown).not.toContain(name);
      expect(shown).not.toContain(legacyId);
      if (certno !== "") expect(shown).not.toContain(certno);
    }
  });
});
