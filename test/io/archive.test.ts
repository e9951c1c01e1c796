import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { LIMITS, listEntries, withPlainFile } from "../../src/io/archive.js";
import { encode } from "../../src/io/gb18030.js";
import { openTable } from "../../src/io/open-table.js";
import { book } from "./book.js";
import { dbf, record } from "./dbf-bytes.js";
import { ownTemporaryFolder, testFile } from "./folder.js";
import { zip } from "./zip-bytes.js";

const list = encode("姓名\n张三\n");

describe("a file in an archive", () => {
  test("stands in a private folder while it is read, and nowhere after", async () => {
    const path = testFile(zip([{ name: "a/名单.csv", content: list }]), "towns.zip");
    const seen = await withPlainFile(path, "a/名单.csv", async (plain) => {
      const [file, folder] = [statSync(plain), statSync(dirname(plain))];
      expect([file.mode & 0o777, folder.mode & 0o777]).toEqual([0o600, 0o700]);
      expect(dirname(dirname(plain))).toBe(tmpdir());
      expect(basename(plain)).toBe("plain");
      return { plain, content: readFileSync(plain) };
    });
    expect(seen.content).toEqual(list);
    expect(existsSync(dirname(seen.plain))).toBe(false);
  });

  test("is gone too when the work fails", async () => {
    const path = testFile(gzipSync(list), "list.csv.gz");
    let plain = "";
    const work = withPlainFile(path, undefined, async (one) => {
      plain = one;
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(existsSync(plain)).toBe(false);
  });

  test("a plain file stays where it is; a workbook is no archive", async () => {
    for (const content of [list, book("xlsx", [["甲"]])]) {
      const path = testFile(content);
      expect(await withPlainFile(path, undefined, async (plain) => plain)).toBe(path);
      expect(await listEntries(path)).toBeUndefined();
    }
  });

  test("the only file of an archive needs no name", async () => {
    const path = testFile(zip([{ name: "a/" }, { name: "a/b.csv", content: list }]));
    expect(await contentOf(path)).toEqual(list);
  });

  test("names are in UTF-8, or in GBK without the mark", async () => {
    const path = testFile(
      zip([
        { name: encode("东镇.csv") },
        { name: Buffer.from("西镇.csv") },
        { name: Buffer.from("南镇.csv"), flags: 0x800 },
        { name: "__MACOSX/._x" },
        { name: "empty/" },
      ]),
    );
    expect(await listEntries(path)).toEqual([
      { name: "东镇.csv", bytes: 0 },
      { name: "西镇.csv", bytes: 0 },
      { name: "南镇.csv", bytes: 0 },
    ]);
    expect(await listEntries(testFile(gzipSync(list), "a.csv.gz"))).toEqual([{ name: "a.csv" }]);
  });

  test("the long texts of a table come with it", async () => {
    const fields = [{ name: "BZ", type: "M", length: 10 }];
    const table = dbf({ version: 0x83, fields, records: [record(fields, ["         1"])] });
    const memo = Buffer.concat([Buffer.alloc(512), encode("备注"), Buffer.from([0x1a])]);
    const content = zip([
      { name: "d/A.DBF", content: table },
      { name: "A.DBT", content: Buffer.alloc(9) },
      { name: "d/a.Dbt", content: memo },
    ]);
    await withPlainFile(testFile(content), "d/A.DBF", async (plain) => {
      const { findings, batches } = await openTable(plain, { kind: "dbf", encoding: "gb18030" });
      expect(findings).toEqual([]);
      for await (const { rows } of batches) expect(rows[0]?.fields).toEqual(["备注"]);
    });
  });
});

describe("a hostile archive is refused, and leaves nothing behind", () => {
  const good = { name: "a.csv", content: list };
  const zeros = Buffer.alloc(3_000_000);
  const whole = zip([{ ...good, content: Buffer.from("1,2\n".repeat(9999)) }]);
  const gz = gzipSync(Buffer.from("1,2\n".repeat(9999)));
  const flipped = Buffer.from(gz);
  flipped[flipped.length - 6] = (flipped[flipped.length - 6] ?? 0) ^ 1;
  test.each([
    ["a path with ..", zip([good, { name: "../../a.csv" }]), "指向包外的路径 ../../a.csv"],
    ["an absolute path", zip([good, { name: "/etc/a" }]), "指向包外的路径 /etc/a"],
    ["a drive", zip([good, { name: "C:a.csv" }]), "指向包外的路径 C:a.csv"],
    ["a backslash", zip([good, { name: "..\\a.csv" }]), "指向包外的路径 ..\\a.csv"],
    ["a zero in a name", zip([good, { name: "a\0.csv" }]), "指向包外的路径 a?.csv"],
    ["a name twice", zip([good, good]), "a.csv 出现两次"],
    ["a password", zip([{ ...good, flags: 1 }]), "设有打开密码"],
    ["an unusual method", zip([{ ...good, method: 14 }]), "用的压缩方法读不了"],
    ["another archive in it", zip([{ ...good, content: zip([good]) }]), "压缩包里还是压缩包(zip)"],
    ["a gzip in it", zip([{ ...good, content: gzipSync(list) }]), "压缩包里还是压缩包(gzip)"],
    ["a wrong checksum", zip([{ ...good, crc: 1 }]), "a.csv 的校验和不符"],
    ["a length that lies", zip([{ ...good, bytes: 3 }]), "读到一半读不下去"],
    ["half of it", whole.subarray(0, whole.length / 2), "读到一半读不下去"],
    ["half of a gzip", gz.subarray(0, gz.length / 2), "读到一半读不下去"],
    ["a gzip with a wrong checksum", flipped, "读到一半读不下去"],
    ["a bomb", zip([{ ...good, content: zeros }]), "展开超过 1000000 字节,已停止"],
    ["a bomb of gzip", gzipSync(zeros), "展开超过 1000000 字节,已停止"],
  ])("%s", async (_, content, reason) => {
    const path = testFile(content);
    const temporary = ownTemporaryFolder();
    const refusal = await refusalOf(path, "a.csv");
    expect(refusal).toContain(reason);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("a name that is not there", async () => {
    const files = Array.from({ length: 30 }, (__, at) => ({ name: `${at}.csv` }));
    const some = await refusalOf(testFile(zip(files.slice(0, 2))), "乡镇.csv");
    expect(some).toMatch(/中没有 乡镇\.csv;其中有:0\.csv、1\.csv$/);
    expect(await refusalOf(testFile(zip(files)), "乡镇.csv")).toMatch(/19\.csv …$/);
    expect(await refusalOf(testFile(list), "a.csv")).toMatch(/中没有 a\.csv/);
  });

  test("the limits are meant for real files", () => {
    expect(LIMITS.bytes).toBe(8 * 1024 ** 3);
    expect(LIMITS.freeBytes).toBeLessThan(LIMITS.bytes);
  });
});

const SMALL = { bytes: 1_000_000, ratio: 200, freeBytes: 1_000_000 };

async function contentOf(path: string, entry?: string): Promise<Buffer> {
  return withPlainFile(path, entry, async (plain) => readFileSync(plain), SMALL);
}

/** The reason of the refusal, in Chinese. */
async function refusalOf(path: string, entry: string): Promise<string> {
  const isGzip = readFileSync(path)[0] === 0x1f;
  const asked = contentOf(path, isGzip ? undefined : entry);
  const refusal: unknown = await asked.catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  return (refusal as Refusal).reason("zh");
}
