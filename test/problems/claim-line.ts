import { type MiniFile, miniFile } from "./mini-delivery.js";

/** A sound claim of the window: 张三 in the hospital of the county, 100 yuan, half of it paid. */
const sound = {
  medins_setl_id: "S1",
  mdtrt_id: "V1",
  insu_source: "ncms",
  legacy_id: "1",
  psn_name: "张三",
  certno: "",
  settled_by: "window",
  fixmedins_code: "H15992100001",
  med_type: "11",
  offsite_flag: "0",
  refer_flag: "0",
  begndate: "2017-01-05",
  enddate: "2017-01-05",
  setl_time: "2017-01-05",
  refd_setl_flag: "0",
  medfee_sumamt: "100.00",
  fulamt_ownpay_amt: "0.00",
  overlmt_selfpay: "0.00",
  preselfpay_amt: "0.00",
  inscp_scp_amt: "100.00",
  act_pay_dedc: "0.00",
  hifp_pay: "50.00",
  hifmi_pay: "0.00",
  maf_pay: "0.00",
  oth_pay: "0.00",
  fund_pay_sumamt: "50.00",
  psn_part_amt: "50.00",
};

/** A claim as a line: the sound one, but for some fields. */
export function claim(changes: Partial<typeof sound> = {}): string {
  return Object.values({ ...sound, ...changes }).join(",");
}

/** The refund of the sound claim: every amount below zero, but for some fields. */
export function refund(changes: Partial<typeof sound> = {}): string {
  const amounts = Object.entries(sound).filter(([field]) => /amt|pay|dedc/.test(field));
  const taken = amounts.map(([field, text]) => [field, text === "0.00" ? text : `-${text}`]);
  const back = Object.fromEntries(taken) as Partial<typeof sound>;
  return claim({ ...back, medins_setl_id: "S2", refd_setl_flag: "1", ...changes });
}

/** A file of claims. */
export function claims(...lines: readonly string[]): MiniFile {
  return miniFile("claims.csv", "claims", [Object.keys(sound).join(","), ...lines]);
}

/** A file with the sound claim and one column more. */
export function claimsWith(column: string, value: string): MiniFile {
  const header = `${Object.keys(sound).join(",")},${column}`;
  return miniFile("claims.csv", "claims", [header, `${claim()},${value}`]);
}

/** The bureau's list of hospitals with the one hospital of the sound claim, and its old entry. */
export const hospitals = hospitalsOf("2");

/** The same, with the hospital's level. */
export function hospitalsOf(level: string): readonly MiniFile[] {
  return [
    miniFile("institution-codes.csv", "institution-codes", [
      "source,legacy_code,fixmedins_code,fixmedins_name,hosp_lv,dedc_hosp_lv,fix_blng_admdvs",
      `ncms,N1,H15992100001,SAMPLE,05,${level},159921`,
    ]),
    miniFile("institutions.csv", "institutions-ncms", [
      "机构编码,机构名称,机构等级,行政区划,有效标志",
      "N1,样例县人民医院,二级甲等,159921,1",
    ]),
  ];
}
