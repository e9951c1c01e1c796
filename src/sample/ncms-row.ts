import type { PersonCells } from "./cells.js";
import type { SamplePerson } from "./person.js";
import type { Homestead } from "./places.js";
import type { Random } from "./random.js";

/** What the NCMS list repeats on every row of a household. */
export interface NcmsHousehold {
  readonly home: Homestead;
  /** 家庭账户余额, as text: some accounts have four places. */
  readonly balance: string;
  readonly members: number;
}

/** A person's money of the year before, in yuan, as text. */
export interface PriorYear {
  readonly inpatient: string;
  readonly seriousOutpatient: string;
  readonly outpatient: string;
  readonly special: string;
  readonly fixed: string;
  readonly criticalIllness: string;
}

const NATIONS: Readonly<Record<string, string>> = {
  "01": "汉族",
  "02": "蒙古族",
  "03": "回族",
  "05": "维吾尔族",
  "10": "朝鲜族",
  "11": "满族",
  "31": "达斡尔族",
};

const AIDED = {
  "": { name: "", house: "一般农户", code: "0" },
  registeredPoor: { name: "建档立卡", house: "贫困户", code: "1" },
  minLiving: { name: "低保", house: "低保户", code: "2" },
  destitute: { name: "五保", house: "五保户", code: "3" },
  severeDisability: { name: "重残", house: "一般农户", code: "4" },
} as const;

/** Sex, ethnic group and first day in the words of this register. */
export function ncmsWords(
  person: SamplePerson,
  random: Random,
): { readonly gend: string; readonly naty: string; readonly joined: string } {
  const year = Math.max(person.switchYear - 10 + random.below(9), Number(person.brdy.slice(0, 4)));
  return {
    gend: person.gend === "1" ? "男" : "女",
    naty: NATIONS[person.naty] ?? "",
    joined: year > Number(person.brdy.slice(0, 4)) ? `${year}-01-01` : person.brdy,
  };
}

/** One line of the list: 56 cells in the order of its header (src/sample/files.ts). */
export function ncmsCells(question: {
  readonly legacyId: string;
  readonly person: SamplePerson;
  readonly cells: PersonCells;
  readonly household: NcmsHousehold;
  readonly prior: PriorYear;
}): readonly string[] {
  const { legacyId, person, cells, household, prior } = question;
  const { home, balance, members } = household;
  const aided = AIDED[person.identity];
  const isAided = aided.code === "0" ? "否" : "是";
  const aidedCode = isAided === "是" ? "1" : "0";
  const medicalCard = home.householdNo.slice(6);
  const address = person.number % 400 === 7 ? `${home.address},门牌不详` : home.address;
  const size = String(members);
  const paidYear = person.switchYear - 1;
  return [
    ...[legacyId, medicalCard, address, cells.psnName, person.relation, cells.gend],
    ...[cells.certno, cells.brdy, cells.isActive ? "正常" : "停保", aided.name],
    ...[cells.joined, `${paidYear}-11-20`, "现金", "样例经办"],
    ...[prior.inpatient, prior.seriousOutpatient, prior.outpatient, prior.special],
    ...[prior.fixed, balance, prior.criticalIllness],
    ...["农业人口", aided.house, "农业家庭户口", isAided, cells.naty],
    ...["", person.tel, "", "", "", "", "未退费"],
    ...[home.householdNo, home.township, home.village, home.group],
    ...["1", aided.code, "1", aidedCode, person.naty, person.gend],
    ...[aidedCode, aided.code, size, size, size],
    ...["1", person.relation === "户主" ? "02" : "99", "0"],
    ...[`${paidYear}-11-25`, `${paidYear}-12-10`, "1", "0", "0"],
  ];
}
