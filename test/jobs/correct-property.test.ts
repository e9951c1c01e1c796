import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Month, readMonth } from "../../src/domain/period.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
import { recountMonth } from "../../src/jobs/settle/recount-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claim, claims, refund } from "../problems/claim-line.js";
import {
  type MiniFile,
  miniFile,
  people,
  peopleLayout,
  writeDelivery,
} from "../problems/mini-delivery.js";
import { Place } from "./place.js";

const MONTHS = ["2017-01", "2017-02", "2017-03"].map((month) => readMonth(month) as Month);
const LAST = MONTHS.length - 1;
const PEOPLE = 1_300;
const VISITS = 8;
const NAME = "张三";
const seed = 20170103;

/** A window pays three tenths, whatever the law says. */
const nothingElse = { act_pay_dedc: "0.00", hifmi_pay: "0.00", maf_pay: "0.00", oth_pay: "0.00" };

/** Amounts that nobody has computed yet. */
const unpaid = {
  ...{ act_pay_dedc: "", hifp_pay: "", hifmi_pay: "", maf_pay: "" },
  ...{ oth_pay: "", fund_pay_sumamt: "" },
};

/** A visit as it happened; months may pass before it is settled, and it may be taken back. */
interface Visit {
  readonly id: string;
  readonly person: number;
  readonly day: string;
  readonly endMonth: number;
  readonly settledMonth: number;
  readonly scope: number;
  readonly hospital: string;
  readonly isInpatient: boolean;
  readonly isWindow: boolean;
  readonly isRefunded: boolean;
}

const anyVisit = fc.record({
  day: fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, "0")),
  endMonth: fc.integer({ min: 0, max: LAST }),
  late: fc.integer({ min: 0, max: LAST }),
  scope: fc.integer({ min: 1, max: 2_500_000 }),
  hospital: fc.integer({ min: 1, max: 3 }).map((number) => `H1599210000${number}`),
  isInpatient: fc.boolean(),
  isWindow: fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0),
  isRefunded: fc.integer({ min: 0, max: 19 }).map((draw) => draw === 0),
});

/** No two visits of a person end on one day: between such, the order is that of settlement. */
const visits = fc
  .sample(
    fc.uniqueArray(anyVisit, { minLength: VISITS, maxLength: VISITS, selector: ({ day }) => day }),
    { seed, numRuns: PEOPLE },
  )
  .flatMap((ofPerson, person) =>
    ofPerson.map(({ late, ...visit }, index): Visit => {
      const settledMonth = Math.min(LAST, visit.endMonth + late);
      return { ...visit, settledMonth, person: person + 1, id: `S${person * VISITS + index}` };
    }),
  );

test(`corrected afterwards is settled in order from the start (seed ${seed})`, async () => {
  const late = await Place.open();
  await loadRegister(late);
  let corrected = 0;
  for (const [at, month] of MONTHS.entries()) {
    const settled = visits.filter((one) => one.settledMonth === at);
    const back = at === LAST ? visits.filter((one) => one.isRefunded) : [];
    const bills = settled.map((one) => billOf(one, dayOf(at, "28")));
    await settleBills(late, month, [...bills, ...back.map(refundOf)]);
    await expectRecounted(late, at);
    if (at === 0) continue;
    const report = await correctSettlements(late.job, { month });
    expect(report.unready).toBe(0);
    corrected += report.claims;
    await expectRecounted(late, at);
  }
  expect(corrected).toBeGreaterThan(500);

  const inOrder = await Place.open();
  await loadRegister(inOrder);
  for (const [at, month] of MONTHS.entries()) {
    const ended = visits.filter((one) => one.endMonth === at && !one.isRefunded);
    const bills = ended.map((one) => billOf(one, dayOf(at, one.day)));
    await settleBills(inOrder, month, bills);
  }
  const last = { month: MONTHS[LAST] as Month };
  expect(await correctSettlements(inOrder.job, last)).toMatchObject({ claims: 0 });

  const taken = new Set(visits.filter((one) => one.isRefunded).map((one) => one.id));
  const [net, expected] = [netByVisit(late), netByVisit(inOrder)];
  expect(net.filter((one) => taken.has(one.visit) && one.fund !== 0)).toEqual([]);
  expect(net.filter((one) => !taken.has(one.visit))).toEqual(expected);
  expect(yearsOf(late)).toEqual(yearsOf(inOrder));
});

/** The second implementation comes to the same for every month so far. */
async function expectRecounted({ job }: Place, last: number): Promise<void> {
  for (const month of MONTHS.slice(0, last + 1)) {
    const recount = await recountMonth(job, month);
    expect(recount.recounted).toBeGreaterThan(0);
    expect(recount).toMatchObject({ agreeing: recount.recounted, unready: 0 });
  }
}

async function loadRegister({ job }: Place): Promise<void> {
  writeFileSync(join(job.workspace.mappings, "legacy/people.yaml"), peopleLayout);
  await migrateDelivery(job, writeDelivery(job, register));
}

const register: readonly MiniFile[] = [
  people(...Array.from({ length: PEOPLE }, (_, at) => `${at + 1},${NAME},男,,1990-01-01,,,1`)),
  miniFile("institution-codes.csv", "institution-codes", [
    "source,legacy_code,fixmedins_code,fixmedins_name,hosp_lv,dedc_hosp_lv,fix_blng_admdvs",
    ...[1, 2, 3].map((one) => `ncms,N${one},H1599210000${one},SAMPLE,05,${one},159921`),
  ]),
  miniFile("institutions.csv", "institutions-ncms", [
    "机构编码,机构名称,机构等级,行政区划,有效标志",
    ...[1, 2, 3].map((one) => `N${one},样例医院${one},二级甲等,159921,1`),
  ]),
];

async function settleBills({ job }: Place, month: Month, bills: readonly string[]): Promise<void> {
  const folder = writeDelivery(job, [claims(...bills)], (text) => text.replace("2017-01", month));
  await migrateDelivery(job, folder);
  await settleMonth(job, month);
}

/** The bill of a visit, as it is settled on a day. */
function billOf(visit: Visit, setlTime: string): string {
  return claim({ ...fieldsOf(visit, 1), medins_setl_id: visit.id, setl_time: setlTime });
}

function refundOf(visit: Visit): string {
  const setlTime = dayOf(LAST, "29");
  return refund({ ...fieldsOf(visit, -1), medins_setl_id: `R${visit.id}`, setl_time: setlTime });
}

function fieldsOf(visit: Visit, sign: 1 | -1) {
  const amount = (fen: number): string => ((sign * fen) / 100).toFixed(2);
  const end = dayOf(visit.endMonth, visit.day);
  const paid = Math.floor(visit.scope * 0.3);
  const amounts = visit.isWindow
    ? { ...nothingElse, hifp_pay: amount(paid), fund_pay_sumamt: amount(paid) }
    : unpaid;
  return {
    ...{ mdtrt_id: visit.id, legacy_id: String(visit.person), fixmedins_code: visit.hospital },
    ...{ med_type: visit.isInpatient ? "21" : "11", begndate: end, enddate: end },
    ...{ medfee_sumamt: amount(visit.scope), inscp_scp_amt: amount(visit.scope) },
    settled_by: visit.isWindow ? "window" : "centre",
    ...amounts,
    psn_part_amt: visit.isWindow ? amount(visit.scope - paid) : "",
  };
}

function dayOf(month: number, day: string): string {
  return `${MONTHS[month]}-${day}`;
}

interface NetVisit {
  readonly visit: string;
  readonly fund: number;
  readonly amounts: string;
}

/** What was posted for each visit, all its entries and its refund together. */
function netByVisit(place: Place): readonly NetVisit[] {
  return place.rows<NetVisit>(
    `SELECT c.mdtrt_id AS visit, SUM(s.fund_pay_sumamt) AS fund,
       SUM(s.act_pay_dedc) || ' ' || SUM(s.hifp_pay) || ' ' || SUM(s.hifmi_pay) || ' ' ||
       SUM(s.maf_pay) || ' ' || SUM(s.oth_pay) || ' ' || SUM(s.psn_part_amt) AS amounts
     FROM settlement s JOIN claim c USING (claim_id) GROUP BY visit ORDER BY visit`,
  );
}

/** What each person used up of the year; of nothing used up no line is needed. */
function yearsOf(place: Place): readonly unknown[] {
  return place.rows("SELECT * FROM year_to_date WHERE state <> '' ORDER BY psn_no, year");
}
