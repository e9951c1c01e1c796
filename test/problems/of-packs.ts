import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPack } from "../../src/jobs/policy-files.js";
import { parsePack } from "../../src/policy/parse.js";
import { newFolder } from "../jobs/place.js";
import { policyFile } from "../policy/packs.js";
import { parameter } from "../policy/texts.js";
import type { GalleryRow } from "./gallery-row.js";

/** What the files of a pack can have together. */
export const ofPacks: readonly GalleryRow[] = [
  {
    code: "region-missing",
    find: () => parsePack("demo", [policyFile("a.yaml", "title: 筹资\nparameters: {}")]).problems,
    zh: "a.yaml 没有 region.yaml:请写明 title、covers、schemes、classes、levels、cares,可照抄示例包 example",
    en:
      "a.yaml there is no region.yaml: state title, covers, schemes, classes, levels," +
      " cares; copy the pack example",
  },
  {
    code: "parameter-repeated",
    find: () => {
      const text = `title: 筹资\nparameters:\n${parameter("funding.subsidy", '"450.00"')}\n`;
      const region = policyFile("region.yaml", regionText);
      const files = ["a.yaml", "b.yaml"].map((file) => policyFile(file, text));
      return parsePack("demo", [region, ...files]).problems;
    },
    zh: "b.yaml:3 参数 funding.subsidy 已在 a.yaml:3 中给出;只留一处",
    en:
      "b.yaml:3 the parameter funding.subsidy is given in a.yaml:3 already; keep one " + "of them",
  },
  {
    code: "shared-missing",
    find: async () => {
      const root = newFolder();
      const path = join(root, "demo.yaml");
      writeFileSync(path, `${regionText}\nshares:\n  - dates\n`);
      return (await readPack({ path, region: "demo", root })).problems;
    },
    zh: "demo.yaml:10 共用文件 dates 不存在;common 中有:–",
    en: "demo.yaml:10 there is no shared file dates; common has: –",
  },
  {
    code: "policy-file-name",
    find: async () => {
      const root = newFolder();
      writeFileSync(join(root, "region.yaml"), regionText);
      writeFileSync(join(root, "poor.yml"), "title: 倾斜\nparameters: {}\n");
      return (await readPack({ path: root, region: "demo", root })).problems;
    },
    zh: "poor.yml 这个文件不会被读:政策文件的名字要以小写的 .yaml 结尾;请改名或移走",
    en:
      "poor.yml this file would not be read: names of policy files end in .yaml; rename or " +
      "move it",
  },
];

const regionText = `
title: 示例
covers: { from: 2017-01-01, to: 2017-12-31 }
schemes: { resident: 城乡居民 }
classes: { adult: { label: 居民, psnType: "15" } }
levels: { "1": 一级 }
cares: { inpatient: 住院 }
`;
