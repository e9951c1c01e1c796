import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandFolder, liutong } from "./cli.js";

const folder = commandFolder();

function run(...words: readonly string[]) {
  return liutong([...words, "--lang", "zh"], { cwd: folder });
}

describe("match export and match import, in a workspace where nothing waits", () => {
  test("the queue is written for its owner's eyes, and says that it is empty", async () => {
    await run("init", "--dir", folder, "--operator", "甲");
    const { code, stdout } = await run("match", "export");
    const book = "out/private/review-1.xlsx";
    expect([code, stdout]).toEqual([0, `没有待审核的记录对(工作簿 ${book} 里也这样写着)\n`]);
    expect(statSync(join(folder, book)).mode & 0o777).toBe(0o600);
  });

  test("the journal, too, as JSON says", async () => {
    const { code, stdout } = await run("match", "export", "--decisions", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ entries: 0, file: "out/private/decisions-2.xlsx" });
  });

  test("nothing is written over a workbook that somebody may be filling in", async () => {
    const mine = join(folder, "mine.xlsx");
    writeFileSync(mine, "mine");
    const { code, stderr } = await run("match", "export", "--out", mine);
    expect([code, stderr]).toEqual([2, expect.stringContaining("已经存在,不会覆盖")]);
    expect(statSync(mine).size).toBe(4);
  });

  test("what is no review is refused, with the next step", async () => {
    const list = join(folder, "list.csv");
    writeFileSync(list, "编号,姓名\n1,张三\n");
    expect((await run("match", "import", list)).code).toBe(2);
    expect((await run("match", "import", join(folder, "gone.xlsx"))).code).toBe(2);
    const { code, stderr } = await run("match", "import", join(folder, "mine.xlsx"));
    expect([code, stderr]).toEqual([2, expect.stringContaining("下一步:")]);
  });

  test("an empty queue that comes back changes nothing", async () => {
    const empty = join(folder, "out/private/review-1.xlsx");
    const { code, stdout } = await run("match", "import", empty);
    expect([code, stdout]).toEqual([0, expect.stringContaining("什么也没有改变")]);
  });
});
