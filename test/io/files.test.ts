import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import {
  isEmptyOrAbsent,
  listFiles,
  openFile,
  PRIVATE_MODE,
  packageRoot,
  sha256Of,
  writeFileAtomic,
} from "../../src/io/files.js";
import { testFile, testFolder } from "./folder.js";

describe("writeFileAtomic", () => {
  test.each([
    ["text", "刘\n"],
    ["bytes", Buffer.from("刘\n")],
    ["pieces", ["刘", Buffer.from("\n")]],
    ["pieces that come one after another", later(["刘", "\n"])],
  ])("writes %s, and the folder when it is missing", async (_, content) => {
    const path = join(testFolder(), "out", "a.txt");
    await writeFileAtomic(path, content);
    expect(readFileSync(path, "utf8")).toBe("刘\n");
    expect(readdirSync(join(path, ".."))).toEqual(["a.txt"]);
  });

  test("a private file is for its owner only, also when an open one stood there", async () => {
    const path = testFile("old");
    await writeFileAtomic(path, "new", { mode: PRIVATE_MODE });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("when the content breaks off, the old file stays and nothing else is left", async () => {
    const path = testFile("old", "a.txt");
    await expect(writeFileAtomic(path, broken())).rejects.toThrow("broke off");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(join(path, ".."))).toEqual(["a.txt"]);
  });
});

test("sha256Of tells the hash that everybody tells", async () => {
  expect(await sha256Of(testFile("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("a file that is not there is for the user to mend", async () => {
  await expect(openFile(join(testFolder(), "absent"))).rejects.toThrow(Refusal);
});

test("packageRoot finds the folder of this package", () => {
  expect(readFileSync(join(packageRoot(), "package.json"), "utf8")).toContain('"name": "liutong"');
  expect(existsSync(join(packageRoot(), "src/io/files.ts"))).toBe(true);
});

test("listFiles goes by bytes, also where UTF-16 would have another order", async () => {
  const folder = testFolder();
  mkdirSync(join(folder, "b"));
  for (const name of ["b.txt", "B.txt", "b/a.txt", "刘.txt", "\u{20000}.txt", "\uff21.txt"]) {
    writeFileSync(join(folder, name), "");
  }
  expect(await listFiles(folder)).toEqual([
    "B.txt",
    "b.txt",
    "b/a.txt",
    "刘.txt",
    "\uff21.txt",
    "\u{20000}.txt",
  ]);
});

test("isEmptyOrAbsent", async () => {
  const folder = testFolder();
  expect(await isEmptyOrAbsent(folder)).toBe(true);
  expect(await isEmptyOrAbsent(join(folder, "absent"))).toBe(true);
  writeFileSync(join(folder, "a"), "");
  expect(await isEmptyOrAbsent(folder)).toBe(false);
});

async function* later(pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

function* broken(): Generator<string> {
  yield "half";
  throw new Error("broke off");
}
