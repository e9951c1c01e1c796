import type { Month } from "../../src/domain/period.js";
import type { Job } from "../../src/jobs/job.js";
import { askedSplit } from "../../src/jobs/match/asked-split.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { january, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { factsOf } from "../store/rows.js";

export const february = "2017-02" as Month;
export const march = "2017-03" as Month;

/** The father, as every list has him. */
export const FATHER = "1599210000000001";

/** The number that the son gets: the next that nobody has had. */
export const SON = "1599210000000003";

/** The father's certificate number: the household has only this one card. */
export const CARD = "159921197003056119";

/**
 * 王建国 (1001) and his son (1002), whom the village entered under the name and card of the head:
 * one person after the migration. Both saw the doctor in January, paid at the centre; January is
 * closed. In February the son went again: settled. His visit of March is delivered, not settled.
 */
export async function fatherAndSon(hasSecondPerson = true): Promise<Job> {
  const job = await miniJob(hasSecondPerson);
  await migrateDelivery(job, writeDelivery(job, [register, ...hospitals, claims(...visits)]));
  await settleMonth(job, january);
  const signed = { version: 1, preparedBy: "甲", approvedBy: "乙" };
  await job.store.months.put({ month: january, state: "closed", ...signed });
  await settleMonth(job, february);
  return job;
}

const register = people(
  `1001,王建国,男,${CARD},1970-03-05,9,30.00,1`,
  `1002,王建国,男,${CARD},1970-03-05,9,30.00,1`,
  "1003,李四,男,,1980-01-01,8,,1",
);

/** A visit that the centre pays: half of it, at most 200 yuan a year (Tongliao 2017). */
export function visit(number: string, legacyId: string, day: string, yuan: string): string {
  const nothing = { act_pay_dedc: "", hifp_pay: "", hifmi_pay: "", maf_pay: "", oth_pay: "" };
  return claim({
    ...nothing,
    medins_setl_id: number,
    mdtrt_id: number,
    legacy_id: legacyId,
    psn_name: "王建国",
    settled_by: "centre",
    begndate: day,
    enddate: day,
    setl_time: day,
    medfee_sumamt: yuan,
    inscp_scp_amt: yuan,
    fund_pay_sumamt: "",
    psn_part_amt: "",
  });
}

const visits = [
  visit("J1", "1001", "2017-01-05", "300.00"),
  visit("J2", "1002", "2017-01-10", "300.00"),
  visit("F1", "1002", "2017-02-10", "200.00"),
  visit("M1", "1002", "2017-03-10", "100.00"),
];

/** The son's records leave the father. */
export function sonLeaves(reason = "儿子误登为户主") {
  return { ...askedSplit({ person: FATHER, records: "ncms:1002" }), reason };
}

/** What the pooled outpatient fund has paid in the year, in yuan, by person. */
export async function outpatientPaid(job: Job): Promise<Readonly<Record<string, string>>> {
  const lines = tableOf(await factsOf(job.store), "year_to_date");
  const years = lines.map((line) => JSON.parse(line) as [number, string, number, string]);
  return Object.fromEntries(
    years.map(([, psnNo, , state]) => {
      const [, fen = "0"] = /limit:outpatient=(\d+)/.exec(state) ?? [];
      return [psnNo, String(Number(fen) / 100)];
    }),
  );
}

/** The lines of one table among the facts. */
export function tableOf(facts: readonly string[], table: string): readonly string[] {
  const from = facts.findIndex((line) => line.startsWith(`# ${table} (`));
  const rest = facts.slice(from + 1);
  const to = rest.findIndex((line) => line.startsWith("# "));
  return to === -1 ? rest : rest.slice(0, to);
}
