import { fromFen, type ReadAmount, yuanText } from "../../domain/money.js";
import { costOf, readCount, readPrice } from "../../domain/quantity.js";
import { hospitals } from "../hospitals.js";
import type { Random } from "../random.js";
import { rawByte } from "../raw-bytes.js";
import { clean, type RowTruth } from "../row-truth.js";
import { type LayoutFile, type LayoutRow, plainCells } from "./layout-file.js";
import type { Resident } from "./settlement-files.js";
import type { Member } from "./township.js";

/** Doctors, two of them with a character whose second byte is `|`. */
const DOCTORS = ["王建国", "李珅", "赵億年", "陈晓燕"] as const;
const DEPARTMENTS = ["内科", "外科", "儿科", "中医科"] as const;
const DISEASES = ["J06.900", "I10.x00", "K29.500", "E11.900"] as const;

/** What is given out: code, name, specification, form, price. The price may have six places. */
const ITEMS = [
  ["XN0001", "阿莫西林胶囊", "0.25g*24粒", "胶囊剂", "8.50"],
  ["XN0009", "硝苯地平片", "10mg*100片", "片剂", "4.2000"],
  ["XN0013", "阿司匹林肠溶片", "25mg*100片", "片剂", "0.069"],
  ["XN0018", "板蓝根颗粒", "10g*20袋", "颗粒剂", "9.80"],
  ["XN0026", "東方億胰岛素注射液", "10ml:400单位", "注射剂", "48.000125"],
] as const;

/** A visit with the card that was shown. */
interface Visit {
  readonly member: Member;
  readonly mdtrtId: string;
  readonly day: string;
  readonly doctor: string;
  readonly department: string;
  readonly disease: string;
}

/** The registrations and fee lines that hospitals sent to the NCMS centre as strings. */
export function protocolFiles(members: readonly Member[], random: Random): readonly LayoutFile[] {
  const visits = members.map((member, index): Visit => {
    const serial = String(index + 1).padStart(6, "0");
    const day = `2016-12-${String(random.between(1, 28)).padStart(2, "0")}`;
    return {
      member,
      mdtrtId: `MZ201612${serial}`,
      day,
      doctor: DOCTORS[index % DOCTORS.length] ?? "",
      department: random.pick(DEPARTMENTS),
      disease: random.pick(DISEASES),
    };
  });
  const half = Math.ceil(visits.length / 2);
  return [
    pipedVisits(visits.slice(0, half)),
    pipedFees(visits.slice(0, half), random),
    pairedVisits(visits.slice(half)),
  ];
}

/** Joined by `|`; the department of the fourth visit was cut inside a character. */
function pipedVisits(visits: readonly Visit[]): LayoutFile {
  const known = hospitals.filter((one) => one.ncmsCode !== "");
  const rows = visits.map((visit, index) => {
    const { member, mdtrtId, day, doctor, department, disease } = visit;
    const hospital = known[index % known.length];
    const code = hospital?.ncmsCode ?? "";
    const isCut = index === 3;
    const cells = [
      ...[member.home.householdNo, mdtrtId, "1"],
      ...[isCut ? `中医${rawByte(0xbf)}` : department, doctor, disease, `${day} 09:15:00`, "无"],
      ...[code, hospital?.name ?? "", code, "样例操作"],
    ];
    return { ...plainCells(cells), person: member.person.number, ...(isCut ? SWALLOWED : clean) };
  });
  return file("ncms-visits-piped", { kind: "lines", ...PIPED }, rows);
}

const SWALLOWED: RowTruth = {
  spoiled: "delimiter-swallowed",
  expected: "character-cut",
  reported: ["delimiter-swallowed"],
};

const PIPED = { encoding: "gb18030", delimiter: "|", header: [] } as const;

/** One to three lines a visit: prescription with its serial, day, item, price and count. */
function pipedFees(visits: readonly Visit[], random: Random): LayoutFile {
  const rows = visits.flatMap(({ member, mdtrtId, day }, index) =>
    Array.from({ length: random.between(1, 3) }, (_, place): LayoutRow => {
      const [code, name, spec, form, price] = ITEMS[(index + place) % ITEMS.length] ?? ITEMS[0];
      const prescription = `CF${String(index + 1).padStart(8, "0")}`;
      const serial = String(place + 1).padStart(2, "0");
      const count = random.pick(["1", "2", "3", "0.5", "20"]);
      const cells = [
        mdtrtId,
        `${prescription}${serial}`,
        day,
        code,
        name,
        spec,
        form,
        price,
        count,
      ];
      return { ...plainCells(cells), person: member.person.number };
    }),
  );
  return file("ncms-fees-piped", { kind: "lines", ...PIPED }, rows);
}

const PAIR_KEYS = ["exchcode", "Mzdjh", "Kzhm", "Jzks", "Ysxm", "Bzdm", "Mzrq", "Czy"];

/** Every value with its name, joined by `&`. */
function pairedVisits(visits: readonly Visit[]): LayoutFile {
  const rows = visits.map(({ member, mdtrtId, day, doctor, department, disease }) => {
    const head = ["MZDJ", mdtrtId, member.home.householdNo];
    const cells = [...head, department, doctor, disease, `${day} 09:15:00`, "样例操作"];
    return { ...plainCells(cells), person: member.person.number };
  });
  const constants = { fixmedins_code: "H15992100011" };
  return file("ncms-visits-pairs", { kind: "pairs", keys: PAIR_KEYS }, rows, constants);
}

/** KC22 of the LEMIS platform: amounts are stated; one line is a refund, one does not add up. */
export function kc22File(residents: readonly Resident[], random: Random): LayoutFile {
  const rows = residents.map(({ person }, index): LayoutRow => {
    const [code, name, , , price] = ITEMS[index % ITEMS.length] ?? ITEMS[0];
    const isRefund = index === 4;
    const isWrong = index === 6;
    const count = isRefund ? "-2" : String(random.between(1, 6));
    const amount = amountOf(count, price, isWrong ? 100 : 0);
    const serial = String(index + 1).padStart(6, "0");
    const cells = [
      ...["Y992101", `KC22${serial}`, "1", `D${serial}`, "", `R${serial}`, code, "2017-01-09"],
      ...["01", `R${serial}`, code, name, "1", "1", price, count, yuanText(amount.amount)],
      ...["0.00", "0.00", "内科", DOCTORS[index % DOCTORS.length] ?? ""],
    ];
    const row = plainCells(cells, [["det_item_fee_sumamt", amount]]);
    return { ...row, person: person.number, ...(isWrong ? DISAGREEING : clean) };
  });
  const writing = { kind: "lines", encoding: "gb18030", delimiter: "\t", header: [] } as const;
  return file("urbmi-kc22", writing, rows);
}

const DISAGREEING: RowTruth = {
  spoiled: "amount-wrong",
  expected: "amounts-disagree",
  reported: [],
};

function amountOf(count: string, price: string, moreFen: number): ReadAmount {
  const [many, each] = [readCount(count), readPrice(price)];
  const cost = many === undefined || each === undefined ? 0 : costOf(many, each);
  return { amount: fromFen(cost + moreFen), residual: "0" };
}

function file(
  layout: string,
  writing: LayoutFile["writing"],
  rows: readonly LayoutRow[],
  constants: LayoutFile["constants"] = {},
): LayoutFile {
  return { path: `${layout}.txt`, layout, writing, constants, rows };
}
