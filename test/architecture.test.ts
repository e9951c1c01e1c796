import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, packageRoot } from "../src/io/files.js";

const root = packageRoot();
const places = ["bench", "bin", "commands", "src", "test"].filter((one) => existsSync(join(root, one)));
const files = (await Promise.all(places.map(filesIn))).flat();
const code = files.filter((file) => /\.(ts|js)$/.test(file));
const program = code.filter((file) => /^(src|commands)\//.test(file));

// The whole architecture, as a table: a folder may import itself and what stands on its right. The
// core folders meet in the store and in the records of the domain; only `cli` may name a database.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "src/text": [],
  "src/domain": ["src/text"],
  "src/policy": ["src/domain", "src/text"],
  "src/migrate": ["src/domain", "src/text"],
  "src/match": ["src/domain", "src/text"],
  "src/unify": ["src/domain", "src/text"],
  "src/settle": ["src/domain", "src/text", "src/policy"],
  "src/budget": ["src/domain", "src/text", "src/policy"],
  "src/sample": ["src/domain", "src/text"],
  "src/io": ["src/domain", "src/text"],
  "src/store": ["src/domain", "src/text"],
  "src/jobs": [
    ...["src/domain", "src/text", "src/policy", "src/migrate", "src/match", "src/unify"],
    ...["src/settle", "src/budget", "src/sample", "src/io", "src/store/store", "src/store/port/"],
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
  exceljs: /^(src\/io\/xlsx\.ts|test\/io\/xlsx\.test\.ts)$/,
  fflate: /^(src\/io\/xlsx\.ts|test\/io\/xlsx\.test\.ts)$/,
  "@oclif/core": /^(commands\/|src\/cli\/|bin\/run\.js|test\/commands\/in-one-process\.js)/,
  listr2: /^src\/cli\/progress\.ts$/,
  "string-width": /^src\/cli\/render\.ts$/,
  "fast-check": /^test\//,
  vitest: /^test\//,
};

describe("imports", () => {
  test("the table knows every folder", () => {
    expect(Object.keys(mayImport).sort()).toEqual([...new Set(program.map(folderOf))].sort());
  });

  test.each(program)("%s keeps to its layer", (file) => {
    const from = folderOf(file);
    const allowed = [`${from}/`, ...(mayImport[from] ?? []).map(asPrefix)];
    const targets = importsOf(file).filter((target) => target.startsWith("."));
    const reached = targets.map((target) => join(dirname(file), target));
    expect(reached.filter((to) => !allowed.some((place) => to.startsWith(place)))).toEqual([]);
  });

  test.each(code)("%s takes packages only where they live", (file) => {
    const packages = importsOf(file).filter((target) => !/^(\.|node:)/.test(target));
    expect(packages.filter((name) => !homes[packageOf(name)]?.test(file))).toEqual([]);
  });

  test("every package that the program depends on is in use", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const used = new Set(program.flatMap(importsOf).map(packageOf));
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });
});

// The core computes from its arguments alone: no files, no clock, no chance, no locale.
const core = /^src\/(text|domain|policy|migrate|match|unify|settle|budget|sample)\//;
const impure =
  /from "node:(?!assert")|\bDate\b[.(]|Math\.random|\bprocess\b[.[]|\bIntl\b|localeCompare|toLocale/;

test.each(program.filter((file) => core.test(file)))("%s is pure", (file) => {
  expect(withoutComments(textOf(file))).not.toMatch(impure);
});

describe("tidiness", () => {
  test.each(code)("%s has lines and a length that can be read", (file) => {
    const lines = textOf(file).split("\n");
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
    expect(lines.length - 1).toBeLessThanOrEqual(250);
  });

  test.each(code)("%s has functions that fit on a screen", (file) => {
    expect(longFunctions(textOf(file))).toEqual([]);
  });

  // This file names what it looks for.
  test.each(code.filter((file) => file !== "test/architecture.test.ts"))("%s is done", (file) => {
    const leftovers = /\b(TODO|FIXME|XXX)\b|console\.log\(|@ts-(ignore|expect-error|nocheck)/;
    const isToldOnScreen = /^(bench|bin)\//.test(file);
    const found = textOf(file).match(leftovers)?.[0] ?? "none";
    expect(isToldOnScreen && found === "console.log(" ? "none" : found).toBe("none");
    expect(withoutComments(textOf(file))).not.toMatch(/[:<(]\s*any\b|\bas any\b/);
  });
});

// A rule or a figure of a city lives in its region pack. Only examples may name the shipped one.
const cities = /tongliao|通辽|shangluo|商洛|luotian|罗田|哈尔滨|harbin/i;
const examples: Readonly<Record<string, RegExp>> = {
  "commands/init.ts": /--region tongliao --operator 张三/,
  "src/text/refusals.ts": /liutong init --region tongliao --operator (姓名|NAME)/,
};

test.each(program)("%s names no city", (file) => {
  const lines = withoutComments(textOf(file)).split("\n");
  const naming = lines.filter((line) => cities.test(line));
  expect(naming.filter((line) => !examples[file]?.test(line))).toEqual([]);
});

test("no file names a machine's folders or where its packages came from", async () => {
  const texts = /\.(ts|js|json|md|yaml|yml|csv|sql)$|^\.?[A-Za-z]+$/;
  const everywhere = [...places, "mappings"].filter((one) => existsSync(join(root, one)));
  const shipped = (await Promise.all(everywhere.map(filesIn))).flat();
  const top = ["package.json", "tsconfig.json", "README.md", "CHANGELOG.md", ".ci/run"];
  const all = [...shipped, ...top.filter((one) => existsSync(join(root, one)))];
  const machine = new RegExp(["/(work|tmp|home|root)/\\w", "[A-Z]:\\\\\\\\", "registry\\."].join("|"));
  const naming = all.filter((file) => texts.test(file)).filter((file) => machine.test(textOf(file)));
  expect(naming.filter((file) => file !== "test/architecture.test.ts")).toEqual([]);
});

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
  const found = textOf(file).matchAll(/^(?:import|export)\b[^"';]*?"([^"]+)";$/gm);
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

/** Functions and methods of more than 50 lines: from their first line to the brace below it. */
function longFunctions(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.filter((line, index) => {
    const opened = /^(\s*)(export |default |async |private |protected |override |static )*/.exec(line);
    const isFunction = /\bfunction\b.*\(|^\s*(?!if|for|while|switch|return)[\w ]+\(.*\{$/.test(line);
    if (!isFunction || opened === null) return false;
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${opened[1]}}`));
    return end - index > 50;
  });
}
