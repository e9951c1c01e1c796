import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claims, hospitals } from "../problems/claim-line.js";
import {
  january,
  type MiniFile,
  miniFile,
  miniJob,
  writeDelivery,
} from "../problems/mini-delivery.js";
import { february, visit } from "./undo-scenario.js";

/** A small register of two schemes, and a later delivery that corrects it and leaves people out. */
export interface Register {
  readonly first: readonly Line[];
  readonly later: readonly Line[];
  readonly visits: readonly Visit[];
}

interface Line {
  readonly isUrban: boolean;
  readonly number: number;
  readonly household: number;
  readonly card: number;
  readonly phone: number;
  readonly isActive: boolean;
  readonly identity: string;
  readonly paid: number;
}

interface Visit {
  readonly isUrban: boolean;
  readonly number: number;
  readonly yuan: number;
}

const line = fc.record({
  isUrban: fc.boolean(),
  number: fc.integer({ min: 1, max: 8 }),
  household: fc.integer({ min: 1, max: 3 }),
  card: fc.integer({ min: 0, max: 4 }),
  phone: fc.integer({ min: 0, max: 2 }),
  isActive: fc.boolean(),
  identity: fc.constantFrom("", "", "低保", "五保"),
  paid: fc.integer({ min: 0, max: 2 }),
});

/** Any register of up to ten lines. */
export const anyRegister: fc.Arbitrary<Register> = fc.record({
  first: fc.uniqueArray(line, { minLength: 4, maxLength: 10, selector: numberOf }),
  later: fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: numberOf }),
  visits: fc.array(
    fc.record({
      isUrban: fc.boolean(),
      number: fc.integer({ min: 1, max: 8 }),
      yuan: fc.integer({ min: 20, max: 400 }),
    }),
    { minLength: 4, maxLength: 12 },
  ),
});

/**
 * Loads a register: January is settled and closed, then the later delivery comes, February is
 * settled and March is not.
 */
export async function loaded({ first, later, visits }: Register): Promise<Job> {
  const job = await miniJob();
  for (const name of ["ncms", "urbmi"]) {
    writeFileSync(join(job.workspace.root, `mappings/legacy/list-${name}.yaml`), layoutOf(name));
  }
  const bills = visits.map(({ isUrban, number, yuan }, at) => {
    const day = `2017-0${1 + (at % 3)}-${String(10 + at).padStart(2, "0")}`;
    const bill = visit(`S${at}`, `${number}`, day, `${yuan}.00`);
    return isUrban ? bill.replace(",ncms,", ",urbmi,") : bill;
  });
  await migrateDelivery(job, writeDelivery(job, [...lists(first), ...hospitals, claims(...bills)]));
  await settleMonth(job, january);
  const signed = { version: 1, preparedBy: "甲", approvedBy: "乙" };
  await job.store.months.carryOver(january, "甲");
  await job.store.months.put({ month: january, state: "closed", ...signed });
  await migrateDelivery(job, writeDelivery(job, lists(later), correcting(later)));
  await settleMonth(job, february);
  return job;
}

/** What the later delivery says: it corrects, and one of its lists is complete. */
function correcting([first]: readonly Line[]): (manifest: string) => string {
  const source = first?.isUrban === true ? "urbmi" : "ncms";
  const complete = `complete: [{ source: ${source}, division: "159921" }]`;
  const says = `mode: correction\nday: 2017-02-28\n${complete}\nfiles:`;
  return (manifest) => manifest.replace("files:", says);
}

function numberOf({ isUrban, number }: Line): string {
  return `${isUrban} ${number}`;
}

function lists(lines: readonly Line[]): readonly MiniFile[] {
  return [false, true].flatMap((isUrban) => {
    const own = lines.filter((one) => one.isUrban === isUrban);
    if (own.length === 0) return [];
    const name = isUrban ? "urbmi" : "ncms";
    const header = "编号,姓名,证件,生日,户号,余额,电话,身份,补偿,状态";
    return [miniFile(`${name}.csv`, `list-${name}`, [header, ...own.map(textOf)])];
  });
}

/** One of four cards makes two lines one person; a line without a card stands for itself. */
function textOf({ number, household, card, phone, isActive, identity, paid }: Line): string {
  const certno = card === 0 ? "" : CARDS[card - 1];
  const born = card === 0 ? `198${number}-03-05` : "1970-03-05";
  const home = [`${household}`, `${household * 10}.00`, phone === 0 ? "" : `1380000000${phone}`];
  const state = isActive ? "1" : "2";
  return [`${number}`, "王建国", certno, born, ...home, identity, `${paid}.50`, state].join(",");
}

const CARDS = [
  "159921197003056119",
  "159921197003056135",
  "159921197003056151",
  "159921197003056178",
] as const;

function layoutOf(source: string): string {
  const insutype = source === "ncms" ? "380" : "391";
  return `
title: 名单
source: ${source}
record: person-enrolment
format: { delimiter: ",", quote: '"', header: true }
encoding: gb18030
constants:
  insutype: "${insutype}"
  insuplc_admdvs: "159921"
  psn_insu_date: "2010-01-01"
  gend: "1"
columns:
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 证件, to: certno, as: certno }
  - { name: 生日, to: brdy, as: day }
  - { name: 户号, to: household_no, as: text }
  - { name: 余额, to: family_balc, as: yuan }
  - { name: 电话, to: tel, as: text }
  - { name: 身份, to: psn_idet_type, as: code, table: ncms/identity }
  - { name: 补偿, to: hifp_pay, as: yuan }
  - { name: 状态, to: psn_insu_stas, as: text, required: true }
`;
}
