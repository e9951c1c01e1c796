import type { Level } from "../domain/codes.js";
import { type County, counties } from "./places.js";
import { plainRow, type SampleRow } from "./rows.js";

/** A hospital with its old codes (empty where a register does not know it) and its new one. */
export interface Hospital {
  readonly fixmedinsCode: string;
  readonly name: string;
  /** 医院等级, 01 … 11. */
  readonly hospLv: string;
  readonly level: Level;
  readonly admdvs: string;
  readonly isOffsite: boolean;
  readonly ncmsCode: string;
  readonly urbmiCode: string;
}

const GRADES: Readonly<Record<string, string>> = {
  "02": "三级甲等",
  "05": "二级甲等",
  "08": "一级甲等",
  "11": "未定级",
};

/** Every hospital of the sample: three counties, the city, and two outside it. */
export const hospitals: readonly Hospital[] = [
  ...counties.flatMap(countyHospitals),
  hospital("159900", 1, "样例市医院", { hospLv: "02", level: "3", registers: "both" }),
  hospital("159900", 2, "样例市蒙医医院", { hospLv: "02", level: "3", registers: "both" }),
  hospital("159899", 1, "外地样例医学院附属医院", { hospLv: "02", level: "3", registers: "both" }),
  hospital("159899", 2, "外地样例肿瘤医院", { hospLv: "02", level: "3", registers: "ncms" }),
];

/** The rows of both old registers and of the bureau's crosswalk. */
export function hospitalRows(): readonly SampleRow[] {
  const inNcms = hospitals.filter((one) => one.ncmsCode !== "");
  const inUrbmi = hospitals.filter((one) => one.urbmiCode !== "");
  return [
    ...inNcms.map((one) => crosswalkRow("ncms", one.ncmsCode, one)),
    ...inUrbmi.map((one) => crosswalkRow("urbmi", one.urbmiCode, one)),
    ...inNcms.map((one) =>
      plainRow(
        "institutionsNcms",
        [one.ncmsCode, one.name, GRADES[one.hospLv] ?? "", one.admdvs, "1"],
        ",",
      ),
    ),
    ...inUrbmi.map((one) =>
      plainRow("institutionsUrbmi", [one.urbmiCode, one.name, one.hospLv, "1", one.admdvs], "\t"),
    ),
  ];
}

function crosswalkRow(source: string, legacyCode: string, one: Hospital): SampleRow {
  const { fixmedinsCode, name, hospLv, level, admdvs } = one;
  const cells = [source, legacyCode, fixmedinsCode, name, hospLv, level, admdvs];
  return plainRow("institutionCodes", cells, ",");
}

function countyHospitals(county: County): readonly Hospital[] {
  const { admdvs, name } = county;
  const second = { hospLv: "05", level: "2", registers: "both" } as const;
  const rural = { hospLv: "11", level: "township", registers: "ncms" } as const;
  return [
    hospital(admdvs, 1, `${name}人民医院`, second),
    hospital(admdvs, 2, `${name}中医院`, second),
    hospital(admdvs, 3, `${name}城关社区卫生服务中心`, {
      hospLv: "08",
      level: "1",
      registers: "urbmi",
    }),
    ...[..."东南西北"].map((side, index) =>
      hospital(admdvs, 11 + index, `${name}样例${side}镇卫生院`, rural),
    ),
  ];
}

function hospital(
  admdvs: string,
  serial: number,
  name: string,
  rank: Pick<Hospital, "hospLv" | "level"> & { readonly registers: "both" | "ncms" | "urbmi" },
): Hospital {
  const { hospLv, level, registers } = rank;
  const two = String(serial).padStart(2, "0");
  return {
    fixmedinsCode: `H${admdvs}${String(serial).padStart(5, "0")}`,
    name,
    hospLv,
    level,
    admdvs,
    isOffsite: admdvs === "159899",
    ncmsCode: registers === "urbmi" ? "" : `NH${admdvs}${two}`,
    urbmiCode: registers === "ncms" ? "" : `Y${admdvs.slice(2)}${two}`,
  };
}
