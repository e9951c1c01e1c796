import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/io/file-kind.js";
import { packageRoot } from "../../src/io/files.js";
import { encode } from "../../src/io/gb18030.js";
import { book } from "./book.js";
import { testFile, testFolder } from "./folder.js";
import { zip } from "./zip-bytes.js";

const bytes = (hex: string, rest = ""): Buffer =>
  Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(rest)]);

describe("kindOf", () => {
  test.each([
    ["a table in GBK", encode("个人编码,姓名\n1,王珅\n"), "text"],
    ["nothing", Buffer.alloc(0), "text"],
    ["a text that begins like a DBF", Buffer.from(`1a\n\n${"1,2,3\r\n".repeat(20)}`), "text"],
    ["text that ends with zeros", Buffer.from(`${"1,2\n".repeat(99)}\u0000\u0000`), "text"],
    ["fields parted by 0x01", Buffer.from("1\u00012\u00013\n".repeat(9)), "text"],
    ["a DBF", dbf(0x03, 0), "dbf"],
    ["a DBF of Visual FoxPro", dbf(0x30, 263), "dbf"],
    ["an XLS", book("biff8", [["甲"]]), "xls"],
    ["an XLS of Excel 95", book("biff5", [["A"]]), "xls"],
    ["a compound file without a workbook", compound("WordDocument"), "office"],
    ["an XLSX with a password", compound("EncryptedPackage"), "encrypted"],
    ["an XLSX", book("xlsx", [["甲"]]), "xlsx"],
    ["an XLSX that is cut off", book("xlsx", [["甲"]]).subarray(0, 9000), "xlsx"],
    ["a DOCX", zip([{ name: "word/document.xml" }]), "office"],
    ["an ODS", zip([{ name: "mimetype" }, { name: "content.xml" }]), "office"],
    ["a ZIP", zip([{ name: "members.csv" }]), "zip"],
    ["a ZIP of a workbook", zip([{ name: "xl.xlsx", content: book("xlsx", [["甲"]]) }]), "zip"],
    ["a ZIP that is cut off", zip([{ name: "members.csv" }]).subarray(0, 40), "zip"],
    ["an empty ZIP", bytes("504b0506", "\0".repeat(18)), "zip"],
    ["a GZIP", gzipSync("1,2\n"), "gzip"],
    ["UTF-16", Buffer.from("\ufeff姓名\t性别\n", "utf16le"), "utf-16"],
    ["a web page named .xls", Buffer.from('\ufeff<html xmlns:x="">'), "markup"],
    ["XML", Buffer.from('<?xml version="1.0"?><Workbook/>'), "markup"],
    ["bytes", Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 23)), "binary"],
  ])("%s", async (_, content, kind) => {
    expect(await kindOf(testFile(content))).toBe(kind);
  });

  test("a folder", async () => {
    expect(await kindOf(testFolder())).toBe("folder");
  });
});

const samples = join(packageRoot(), "../shared/data/dbf");

describe.skipIf(!existsSync(samples))("DBF files of other makers (../shared/data/dbf)", () => {
  const names = ["cp1251", "dbase_03", "dbase_03_cyrillic", "dbase_30", "dbase_31", "dbase_83"];
  test.each(names)("%s", async (name) => {
    expect(await kindOf(join(samples, `${name}.dbf`))).toBe("dbf");
  });
});

/** A compound file with one entry in its directory. */
function compound(name: string): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write("d0cf11e0a1b11ae1", "hex");
  bytes.write(name, 512, "utf16le");
  bytes.writeUInt16LE(name.length * 2 + 2, 512 + 64);
  return bytes;
}

/** The header of a DBF with one field; FoxPro keeps more bytes behind the list of fields. */
function dbf(version: number, behind: number): Buffer {
  const header = Buffer.alloc(65 + behind);
  header.set([version, 17, 1, 31]);
  header.writeUInt16LE(header.length, 8);
  header.write("XM", 32);
  header.write("C", 32 + 11);
  header[64] = 0x0d;
  return header;
}
