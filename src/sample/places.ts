import { Weighted } from "./random.js";

/** A county of the sample city. Its division code was never issued (GB/T 2260 has no 1599). */
export interface County {
  readonly admdvs: string;
  readonly name: string;
}

/** Where a rural household lives, and its number: county, township, village, group, household. */
export interface Homestead {
  readonly county: County;
  readonly township: string;
  readonly village: string;
  readonly group: string;
  readonly householdNo: string;
  readonly address: string;
}

export const counties: readonly County[] = [
  { admdvs: "159921", name: "样例县" },
  { admdvs: "159922", name: "样例东旗" },
  { admdvs: "159923", name: "样例西旗" },
];

/** A county, by its share of the people. */
export const countyShares = new Weighted(counties, [46, 31, 23]);

const TOWNSHIPS = [..."东西南北河山林泉桥坪川坝"];
const VILLAGES = [..."一二三四五六七八九十甲乙丙丁戊"];
const GROUPS = 8;

/** The townships of a county: division code of nine digits, and name. */
export function townshipsOf(
  county: County,
): readonly { readonly code: string; readonly name: string }[] {
  return TOWNSHIPS.map((sign, index) => ({
    code: `${county.admdvs}${index < 6 ? 101 + index : 201 + index}`,
    name: `样例${sign}${index < 6 ? "镇" : "乡"}`,
  }));
}

/** Gives every rural household a place and the next free number in it. */
export class LandRegister {
  private readonly taken = new Map<County, number>();
  private readonly townships = new Map(counties.map((county) => [county, townshipsOf(county)]));

  settle(county: County): Homestead {
    const index = this.taken.get(county) ?? 0;
    this.taken.set(county, index + 1);
    const township = this.townships.get(county)?.[index % TOWNSHIPS.length];
    const villageNo = Math.floor(index / TOWNSHIPS.length) % VILLAGES.length;
    const rest = Math.floor(index / (TOWNSHIPS.length * VILLAGES.length));
    const groupNo = rest % GROUPS;
    const house = Math.floor(rest / GROUPS) + 1;
    const village = `${township?.code ?? ""}${padded(201 + villageNo, 3)}`;
    const group = `${village}${padded(groupNo + 1, 2)}`;
    const name = `${county.name}${township?.name ?? ""}样例${VILLAGES[villageNo]}村`;
    return {
      county,
      township: township?.code ?? "",
      village,
      group,
      householdNo: `${group}${padded(house, 4)}`,
      address: `${name}${groupNo + 1}组`,
    };
  }
}

function padded(number: number, places: number): string {
  return String(number).padStart(places, "0");
}
