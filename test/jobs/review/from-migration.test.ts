import { describe, expect, test } from "vitest";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { queueOf } from "../../../src/jobs/match/review-pairs.js";
import { deliver, matchingJob, numbers } from "../matched.js";
import { deciding, filled, rowsOfQueue } from "./filled-book.js";
import { exported } from "./queue.js";

const [cardA, cardB] = ["15992119900101001X", "159921199001010095"];

/** A row of 张三, born in 1990. */
function row(legacyId: string, certno = ""): string {
  return `${legacyId},张三,男,${certno},1990-01-01,,,1`;
}

describe("the review of a new record that matches two different people", () => {
  test("says why it is asked; what is decided holds in the next delivery", async () => {
    const job = await matchingJob();
    await deliver(job, row("1", cardA), row("2", cardB), "90,欧阳修远,女,,1961-07-09,,,1");
    await deliver(job, row("9"));
    const rows = await rowsOfQueue(await exported(job));
    expect(rows.map((one) => [one["组"], one["为什么要审核"]])).toEqual([
      ["1", "一条记录像两个已经登记的人,看不出是哪一个"],
      ["1", "一条记录像两个已经登记的人,看不出是哪一个"],
      ["1", "概率在“同一人”和“不同人”两个门槛之间,程序不敢定"],
    ]);
    const weights = rows[0]?.["各项依据"]?.split("\n") ?? [];
    expect(weights[0]).toMatch(/^远近:任意两行 −\d+\.\d$/);
    expect(weights.slice(1, -1).map((line) => line.split(" ")[0])).toEqual([
      "证件号码:缺填,或不足为凭",
      "姓名:相同",
      "出生日期:相同",
      "性别:相同",
      "相同的值常见或少见",
    ]);
    // The sum is the probability, told as a weight.
    const probability = Number(rows[0]?.["是同一人的概率"]);
    const sum = Number(
      weights
        .at(-1)
        ?.replace(/^合计 ([+−])(.*)$/, "$1$2")
        .replace("−", "-"),
    );
    expect(1 / (1 + 2 ** -sum)).toBeCloseTo(probability, 2);

    const decisions = deciding({ "1 9": ["同一人", "本人来过"], "2 9": ["不是同一人", "另一人"] });
    // Of 1 and 2 nobody has to be asked any more: 9 is the one and not the other.
    const report = await importDecisions(job, await filled(await exported(job), decisions));
    expect(report).toMatchObject({ same: 1, different: 1, waiting: 0 });
    const decided = await numbers(job);
    expect(decided["9"]).toBe(decided["1"]);
    await deliver(job, row("9"), "91,欧阳修近,女,,1962-07-09,,,1");
    expect(await numbers(job)).toMatchObject(decided);
    expect(await queueOf(job.store)).toEqual([]);
  });
});
