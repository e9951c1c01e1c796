import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/domain/period.js";
import { checkPolicy } from "../../src/jobs/check-policy.js";
import type { Job } from "../../src/jobs/job.js";
import { showPolicy } from "../../src/jobs/show-policy.js";
import { smallPack } from "../policy/law-from.js";
import type { RefusalRow } from "./refusal-row.js";

/** Refusals of the commands on policies. */
export const ofPolicies: readonly RefusalRow[] = [
  {
    code: "pack-missing",
    ask: ({ workspace }) => checkPolicy("nowhere", async () => workspace, "zh"),
    zh: "nowhere 不是一个政策包;现有:example, huzhou, panjin, shangluo, tongliao, xuzhou",
    zhNext: "写政策文件夹、单个政策文件或地区名;新的一套可用 liutong init --region example 照抄",
    en:
      "nowhere is no pack of policies; there are: example, huzhou, panjin, shangluo, tongliao, " +
      "xuzhou",
    enNext: "name a folder, a file or a region; liutong init --region example copies one to begin",
  },
  {
    code: "law-missing",
    ask: (job) => show(job, "2009-12-31", undefined),
    zh:
      "small 在 2009-12-31 没有完整的规定(该包写的是 2017-01-01 至 2017-12-31):\n" +
      "  small.yaml:12 2009-12-31 没有适用的规定:试(dates.switchDay);请在政策文件中补充\n" +
      "  small.yaml:13 2009-12-31 没有适用的规定:试(dates.ruleDay);请在政策文件中补充\n" +
      "  small.yaml:14 2009-12-31 没有适用的规定:试(dates.acrossSwitch);请在政策文件中补充",
    zhNext: "换一个日期,或在政策文件中补写",
    en:
      "small has no complete law on 2009-12-31 (the pack covers 2017-01-01 to 2017-12-31):\n" +
      "  small.yaml:12 no rule in force on 2009-12-31: 试 (dates.switchDay); " +
      "add it to the policy files\n" +
      "  small.yaml:13 no rule in force on 2009-12-31: 试 (dates.ruleDay); " +
      "add it to the policy files\n" +
      "  small.yaml:14 no rule in force on 2009-12-31: 试 (dates.acrossSwitch); " +
      "add it to the policy files",
    enNext: "choose another day, or add the rules to the policy files",
  },
  {
    code: "class-unknown",
    ask: (job) => show(job, "2017-03-01", "pupil"),
    zh: "没有类别或身份 pupil;现有:minor 未成年居民, adult 成年居民, old 老年居民",
    zhNext: "用 --for 选其中一个",
    en:
      "there is no class or identity pupil; there are: minor 未成年居民, adult 成年居民, " +
      "old 老年居民",
    enNext: "choose one of them with --for",
  },
];

function show({ workspace }: Job, day: string, concerning: string | undefined): Promise<unknown> {
  const place = join(workspace.root, "small.yaml");
  writeFileSync(place, smallPack);
  const question = { place, day: day as Day, concerning, lang: "zh" } as const;
  return showPolicy({ ...question, find: async () => workspace });
}
