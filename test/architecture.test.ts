import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, packageRoot } from "../src/io/files.js";

const root = packageRoot();
const places = ["bench", "bin", "commands", "src", "test"].filter((one) =>
  existsSync(join(root, one)),
);
const files = (await Promise.all(places.map(filesIn))).flat();
const code = files.filter((file) => /\.(ts|js)$/.test(file));
const schemas = files.filter((file) => file.endsWith(".sql"));
const program = code.filter((file) => /^(src|commands)\//.test(file));

// The whole architecture, as a table: a folder may import itself and what stands on its right. The
// core folders meet in the store and in the records of the domain; only `cli` may name a database.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "src/text": [],
  "src/domain": ["src/text"],
  "src/policy": ["src/domain", "src/text"],
  "src/migrate": ["src/domain", "src/text"],
  "src/inspect": ["src/domain", "src/text", "src/migrate"],
  "src/match": ["src/domain", "src/text"],
  "src/unify": ["src/domain", "src/text"],
  "src/settle": ["src/domain", "src/text", "src/policy"],
  "src/budget": ["src/domain", "src/text", "src/policy"],
  "src/sample": ["src/domain", "src/text"],
  "src/io": ["src/domain", "src/text"],
  "src/store": ["src/domain", "src/text"],
  "src/jobs": [
    ...["src/domain", "src/text", "src/policy", "src/migrate", "src/inspect", "src/match"],
    ...["src/unify", "src/settle", "src/budget", "src/sample", "src/io"],
    ...["src/store/store", "src/store/port/"],
  ],
  "src/cli": ["src/domain", "src/text", "src/io", "src/jobs", "src/store"],
  commands: ["src/cli", "src/jobs"],
};

// Every package has one home, so replacing it means reading one file or folder. A test may look at
// what we write with the package that others read it with.
const homes: Readonly<Record<string, RegExp>> = {
  "decimal.js": /^(src\/domain\/money\.ts|test\/domain\/money\.test\.ts)$/,
  "better-sqlite3": /^(src\/store\/sqlite|bench|test\/(jobs|store))\//,
  "iconv-lite": /^src\/io\/gb18030\.ts$/,
  "csv-parse": /^(src\/io\/delimited\.ts|test\/.*)$/,
  "csv-stringify": /^src\/io\/csv\.ts$/,
  yaml: /^(src\/io\/yaml\.ts|test\/.*)$/,
  exceljs: /^(src\/io\/xlsx\.ts|test\/(io\/xlsx\.test|jobs\/edited-book|jobs\/review\/.*)\.ts)$/,
  fflate: /^(src\/io\/(xlsx(-rows)?|pack)\.ts|test\/io\/xlsx\.test\.ts)$/,
  "@oclif/core": /^(commands\/|src\/cli\/|bin\/run\.js|test\/commands\/in-one-process\.js)/,
  "pinyin-pro": /^src\/match\/hanzi\.ts$/,
  listr2: /^src\/cli\/progress\.ts$/,
  "@e965/xlsx": /^(src\/io\/(workbook|sheet-cells)\.ts|test\/.*)$/,
  yauzl: /^src\/io\/zip\.ts$/,
  "string-width": /^src\/cli\/render\.ts$/,
  "fast-check": /^test\//,
  vitest: /^test\//,
};

describe("imports", () => {
  test("the table knows every folder", () => {
    expect(Object.keys(mayImport).sort()).toEqual([...new Set(program.map(folderOf))].sort());
  });

  test.each(Object.keys(mayImport))("%s keeps to its layer", (folder) => {
    const allowed = [`${folder}/`, ...(mayImport[folder] ?? []).map(asPrefix)];
    const strays = program
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => reachedBy(file).map((to) => ({ file, to })))
      .filter(({ to }) => !allowed.some((place) => to.startsWith(place)));
    expect(strays).toEqual([]);
  });

  test("packages are taken only where they live", () => {
    const strays = code.flatMap((file) =>
      importsOf(file)
        .filter((target) => !/^(\.|node:)/.test(target))
        .filter((target) => !homes[packageOf(target)]?.test(file))
        .map((target) => ({ file, target })),
    );
    expect(strays).toEqual([]);
  });

  test("every package that the program depends on is in use", () => {
    const { dependencies } = JSON.parse(textOf("package.json"));
    const used = new Set(program.flatMap(importsOf).map(packageOf));
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });
});

// The core computes from its arguments alone: no files, no clock, no chance, no locale.
const core = /^src\/(text|domain|policy|migrate|inspect|match|unify|settle|budget|sample)\//;
const impure =
  /"node:(?!assert")|\bDate\b[.(]|Math\.random|\bprocess\b[.[]|\bIntl\b|localeCompare|toLocale/;

test("the core is pure", () => {
  const pure = program.filter((file) => core.test(file));
  expect(pure.length).toBeGreaterThan(80);
  expect(linesWith(impure, pure)).toEqual([]);
});

describe("tidiness", () => {
  test("no line is wider than 100 characters", () => {
    expect(linesWith(/^.{101,}$/u, [...code, ...schemas], textOf)).toEqual([]);
  });

  test("no file is longer than 250 lines", () => {
    const tooLong = code.filter((file) => textOf(file).split("\n").length - 1 > 250);
    expect(tooLong).toEqual([]);
  });

  test("no function is longer than 50 lines", () => {
    const tooLong = code.flatMap((file) => longFunctions(textOf(file)).map((line) => [file, line]));
    expect(tooLong).toEqual([]);
  });

  // This file names what it looks for.
  const others = code.filter((file) => file !== "test/architecture.test.ts");

  test("nothing is left to do, and nothing is kept from the compiler", () => {
    const leftover = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|expect-error|nocheck)/;
    expect(linesWith(leftover, others, textOf)).toEqual([]);
    expect(linesWith(/[:<(]\s*any\b(?!-)|\bas any\b/, others)).toEqual([]);
  });

  test("only a bench and a script talk to the console", () => {
    const silent = others.filter((file) => !/^(bench|bin)\//.test(file));
    expect(linesWith(/\bconsole\.\w+\(/, silent)).toEqual([]);
  });
});

// A rule or a figure of a city lives in its region pack. Only examples may name the shipped one.
const cities =
  /tongliao|通辽|shangluo|商洛|panjin|盘锦|xuzhou|徐州|huzhou|湖州|luotian|罗田|哈尔滨|harbin/i;
const examples = [
  /^commands\/init\.ts: .*--region tongliao --operator 张三/,
  /^src\/text\/refusals\.ts: .*liutong init --region tongliao --operator (姓名|NAME)/,
];

test("no rule and no text of the program names a city", () => {
  const naming = linesWith(cities, program);
  expect(naming.filter((line) => !examples.some((example) => example.test(line)))).toEqual([]);
  expect(examples.filter((example) => !naming.some((line) => example.test(line)))).toEqual([]);
});

test("no file names a machine's folders or where its packages came from", async () => {
  const texts = /\.(ts|js|json|md|yaml|sql)$|^\.ci\/run$/;
  const folders = ["mappings", ".ci", "samples"].filter(isThere);
  const top = ["package.json", "tsconfig.json", "README.md", "CHANGELOG.md"].filter(isThere);
  const all = [...files, ...top, ...(await Promise.all(folders.map(filesIn))).flat()];
  const readable = all.filter((file) => texts.test(file) && file !== "test/architecture.test.ts");
  const machine = /["'`( ]\/(work|tmp|home|root)\/\w|registry\.npm|npmmirror/;
  expect(linesWith(machine, readable, textOf)).toEqual([]);
});

/** Every line of these files that a pattern fits, as `file: line`; comments are left out. */
function linesWith(
  pattern: RegExp,
  where: readonly string[],
  read: (file: string) => string = (file) => withoutComments(textOf(file)),
): readonly string[] {
  return where.flatMap((file) =>
    read(file)
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

/** The files that a file imports, from the package's root. */
function reachedBy(file: string): readonly string[] {
  const targets = importsOf(file).filter((target) => target.startsWith("."));
  return targets.map((target) => join(dirname(file), target));
}

function isThere(place: string): boolean {
  return existsSync(join(root, place));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await listFiles(join(root, folder))).map((file) => `${folder}/${file}`);
}

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The folder that stands in the table: `src/jobs/settle/x.ts` is in `src/jobs`. */
function folderOf(file: string): string {
  const [first = "", second = ""] = relative(".", file).split("/");
  return first === "src" ? `${first}/${second}` : first;
}

function asPrefix(place: string): string {
  return /^src\/store\/.|^src\/store$/.test(place) ? place : `${place}/`;
}

/** What a file imports or exports again; all imports are static. */
function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/^(?:import|export)\b(?:[^"';]*\bfrom)? "([^"]+)";$/gm);
  return [...found].map((match) => match[1] ?? "");
}

/** `csv-parse/sync` belongs to csv-parse, `@oclif/core` to itself. */
function packageOf(target: string): string {
  const parts = target.split("/");
  return target.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/**
 * Functions and methods of more than 50 lines, from their first line to the brace below it. One
 * that does nothing but return an object of functions is as long as these together, and left out.
 */
function longFunctions(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.filter((line, index) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const isFunction = /^ *[\w ]*\bfunction\b/.test(line) || METHOD.test(line);
    if (!isFunction || line.includes("=>") || lines[index + 1]?.trim() === "return {") return false;
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${indent}}`));
    return end - index > 50;
  });
}

const METHOD = /^ +(?!if|for|while|switch|return|expect)[\w ]+\(.*\{$/;
