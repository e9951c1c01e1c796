import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { tellProblem } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import { packageRoot } from "../../src/io/files.js";
import { checkPolicy } from "../../src/jobs/check-policy.js";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import { archivedLaw, readLaw } from "../../src/jobs/law.js";
import { comparePolicies, showPolicy } from "../../src/jobs/show-policy.js";
import type { Workspace } from "../../src/jobs/workspace.js";
import type { Store } from "../../src/store/store.js";
import { smallPack } from "../policy/law-from.js";
import { newFolder } from "./place.js";

const shipped = join(packageRoot(), "mappings");
const nobody = () => Promise.reject(new Refusal("workspace-missing"));
const workspaceOf = (region: string) => async () => ({ mappings: shipped, region }) as Workspace;

/** The regions that a word on the command line leads to. */
async function regionsOf(wanted: string | undefined, find = nobody as () => Promise<Workspace>) {
  const { packs } = await checkPolicy(wanted, find, "zh");
  return packs.map((pack) => pack.region);
}

/** What the check says of a place that it refuses. */
async function refusalOf(wanted: string): Promise<readonly string[]> {
  const refused = await checkPolicy(wanted, nobody, "zh").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  if (!(refused instanceof Refusal)) return [];
  return refused.problems.map((one) => tellProblem(one, "zh"));
}

describe("policy check finds its packs", () => {
  test("all that are shipped, in a folder of folders; common is none", async () => {
    expect(await regionsOf(join(shipped, "policies"))).toEqual([
      ...["example", "huzhou", "panjin", "shangluo", "tongliao", "xuzhou"],
    ]);
  });

  test("the workspace's own, without a word", async () => {
    expect(await regionsOf(undefined, workspaceOf("panjin"))).toEqual(["panjin"]);
  });

  test("by the name of a region, with or without a workspace", async () => {
    expect(await regionsOf("xuzhou")).toEqual(["xuzhou"]);
    expect(await regionsOf("xuzhou", workspaceOf("panjin"))).toEqual(["xuzhou"]);
  });

  test("one folder, and one file that is a whole pack, wherever they lie", async () => {
    const folder = newFolder();
    cpSync(join(shipped, "policies/common"), join(folder, "common"), { recursive: true });
    cpSync(join(shipped, "policies/huzhou"), join(folder, "mine"), { recursive: true });
    expect(await regionsOf(join(folder, "mine"))).toEqual(["mine"]);
    writeFileSync(join(folder, "small.yaml"), smallPack);
    expect(await regionsOf(join(folder, "small.yaml"))).toEqual(["small"]);
  });

  test("a workspace by its folder, from wherever one stands, and all of its mappings", async () => {
    const folder = join(newFolder(), "work");
    const init = { operator: "张三", lang: "zh", hasSecondPerson: false } as const;
    await initWorkspace({ folder, region: "panjin", ...init });
    expect(await regionsOf(folder)).toEqual(["panjin"]);
    expect(await regionsOf(join(folder, "mappings"))).toHaveLength(6);
  });
});

describe("what it says", () => {
  test("every mistake of every file, with the place as the user sees it", async () => {
    const folder = newFolder();
    const bad = smallPack.replace('value: "0.50"', 'value: "85"').replace("per: stay, ", "");
    writeFileSync(join(folder, "small.yaml"), bad);
    const lineOf = (piece: string) => bad.slice(0, bad.indexOf(piece)).split("\n").length;
    expect(await refusalOf(join(folder, "small.yaml"))).toEqual([
      `small.yaml:${lineOf("inpatient.deductible")} ` +
        "缺少 per(stay | visit | month | year):没有它,本参数的意思不明确",
      `small.yaml:${lineOf("inpatient.ratio")} "85" 不合要求;应为 "0" … "1" (带引号 quoted)`,
    ]);
  });

  test("shared files are missed by name", async () => {
    const folder = newFolder();
    cpSync(join(shipped, "policies/common"), join(folder, "common"), { recursive: true });
    cpSync(join(shipped, "policies/huzhou"), join(folder, "mine"), { recursive: true });
    rmSync(join(folder, "common/dates.yaml"));
    expect((await refusalOf(join(folder, "mine")))[0]).toMatch(
      /^mine\/region\.yaml:\d+ 共用文件 dates 不存在;common 中有:/,
    );
  });

  test("the agreements that lie beside a pack are checked with it", async () => {
    const folder = newFolder();
    const pack = join(folder, "policies/mine");
    mkdirSync(pack, { recursive: true });
    mkdirSync(join(folder, "contracts/mine"), { recursive: true });
    writeFileSync(join(pack, "region.yaml"), smallPack);
    const agreement = "title: 协议\nagreements:\n  - fixmedinsCode: H15992100001\n";
    writeFileSync(join(folder, "contracts/mine/a.yaml"), agreement);
    const said = await refusalOf(pack);
    expect(said.map((one) => one.replace(/^.*(?=contracts)/, ""))).toEqual([
      "contracts/mine/a.yaml:3 缺少键 fixmedinsName",
      "contracts/mine/a.yaml:3 缺少键 versions",
    ]);
  });

  test("a sound pack: what was proved, what changes when, what is assumed", async () => {
    const { packs } = await checkPolicy("tongliao", nobody, "zh");
    const [report] = packs;
    expect(report).toMatchObject({
      covers: { from: "2016-01-01", to: "2018-12-31" },
      proven: { classes: 3, levels: 4, cares: 3, layers: 4, days: 1096 },
    });
    const changes = report?.calendar.find(({ day }) => day === "2017-01-01")?.changes ?? [];
    const offsite = changes.find(
      ({ key, who }) => key === "inpatient.deductible" && who === "异地",
    );
    expect(offsite).toMatchObject({ left: "2000.00 元", right: "1000.00 元" });
    expect(report?.assumed.every(({ status }) => status === "assumed")).toBe(true);
    expect(report?.secondary.length).toBeGreaterThan(0);
  });
});

describe("the law in force and two laws side by side", () => {
  const find = workspaceOf("tongliao");

  test("show groups the rules by cares and payers", async () => {
    const day = "2017-06-30" as Day;
    const question = {
      place: undefined,
      day,
      concerning: "建档立卡贫困人口",
      find,
      lang: "zh",
    } as const;
    const shown = await showPolicy(question);
    expect(shown.concerning).toBe("建档立卡贫困人口");
    expect(shown.parts.map((part) => part.name)).toEqual([
      ...["dates", "coverage", "funding", "care", "inpatient", "outpatient", "chronic"],
      ...["payers", "critical", "aid", "topUp", "catalogue"],
    ]);
    expect(shown.overview).toHaveLength(12);
  });

  test("compare takes days of the workspace's region, and other packs", async () => {
    const all = { isAll: false, find, lang: "zh" } as const;
    const days = await comparePolicies({ left: "@2016-12-31", right: "@2017-01-01", ...all });
    expect(days.left).toBe("通辽市城乡居民基本医疗保险 2016-12-31");
    expect(days.differences.every((one) => !one.isSame)).toBe(true);
    const same = await comparePolicies({
      left: "@2017-01-01",
      right: "tongliao@2017-01-01",
      ...all,
    });
    expect(same.differences).toEqual([]);
    const packs = await comparePolicies({ left: "huzhou", right: "panjin", ...all, isAll: true });
    expect(packs.differences.length).toBe(
      packs.same + packs.differences.filter((one) => !one.isSame).length,
    );
  });
});

test("an archived law is the same law, its shared files included", async () => {
  const { pack, bundle, sha256 } = await readLaw({ mappings: shipped, region: "shangluo" });
  const store = { runs: { archived: async () => bundle } } as unknown as Store;
  const again = await archivedLaw(store, sha256);
  expect(again.values).toEqual(pack.values);
  expect(again.parameters).toEqual(pack.parameters);
  expect(pack.values.some(({ file }) => file.includes("/common/"))).toBe(true);
});
