import type { Rates } from "./rates.js";

/** What a file of the delivery looks like, and which mapping reads it. */
export interface SampleFile {
  readonly path: string;
  /** The name of its mapping in mappings/legacy. */
  readonly layout: string;
  readonly encoding: "gb18030" | "utf-8";
  readonly header: string;
}

const CLAIM_COLUMNS =
  "medins_setl_id,mdtrt_id,insu_source,legacy_id,psn_name,certno,settled_by,fixmedins_code," +
  "med_type,offsite_flag,refer_flag,begndate,enddate,setl_time,refd_setl_flag,medfee_sumamt," +
  "fulamt_ownpay_amt,overlmt_selfpay,preselfpay_amt,inscp_scp_amt,act_pay_dedc,hifp_pay," +
  "hifmi_pay,maf_pay,oth_pay,fund_pay_sumamt,psn_part_amt";

// The 56 columns of a Jiangxi NCMS system (standards.md 3.1 C). The right half repeats headers of
// the left: there the name of a thing, here its internal number.
const NCMS_COLUMNS =
  "个人编码,医疗证号,地址,姓名,家庭关系,性别,身份证,出生日期,参合状态,救助类型,参合时间,缴费时间," +
  "缴费方式,缴费经办人,住院补偿,门诊大病补偿,门诊补偿,特殊补偿,其他(定额),家庭账户余额,大病保险补偿," +
  "参合属性,户属性,户口类别,救助家庭,民族,联系电话,手机,手机(移动),手机(电信),手机(联通),银行账号," +
  "退费状态,家庭编码,所属乡镇,村,组,参合属性,户属性,户口类别,救助家庭,民族,性别,是否救助,救助类型," +
  "家庭人口数,农业人口,现住农业人口,当前状态,家庭关系,新生儿,审批时间,锁定时间,是否发卡,退费情况,迁出状态";

/**
 * The data files of a delivery, in the order of its manifest: registers before people before money.
 */
export const sampleFiles = {
  institutionCodes: bureau(
    "institution-codes.csv",
    "source,legacy_code,fixmedins_code,fixmedins_name,hosp_lv,dedc_hosp_lv,fix_blng_admdvs",
  ),
  catalogueCodes: bureau(
    "catalogue-codes.csv",
    "source,legacy_code,med_list_codg,med_list_name,chrgitm_lv,selfpay_prop",
  ),
  institutionsNcms: legacy("institutions-ncms.csv", "机构编码,机构名称,机构等级,行政区划,有效标志"),
  institutionsUrbmi: legacy("institutions-urbmi.txt"),
  catalogueNcms: legacy("catalogue-ncms.csv", "项目编码,项目名称,项目类别,医保范围,参考单价"),
  catalogueUrbmi: legacy("catalogue-urbmi.txt"),
  ncmsMembers: legacy("ncms-members.csv", NCMS_COLUMNS),
  ncmsMembersPiped: {
    ...legacy("ncms-members-159923.txt", NCMS_COLUMNS.replaceAll(",", "|")),
    layout: "ncms-members-piped",
  },
  urbmiPersons: legacy("urbmi-ac01.txt"),
  urbmiEnrolments: legacy("urbmi-ac02.txt"),
  fundBalances: legacy("fund-balances.csv", "区划,险种,科目,余额"),
  claims: legacy("claims.csv", CLAIM_COLUMNS),
  deductions: bureau("deductions.csv", "fixmedins_code,month,reason,ded_amt,memo"),
} as const satisfies Record<string, SampleFile>;

export type SampleFileName = keyof typeof sampleFiles;

/** The county that delivers its list apart, cut at `|`, when delimiters are to be swallowed. */
export const PIPED_DIVISION = "159923";

/** The files of a delivery with these rates. */
export function filesFor(rates: Rates): readonly SampleFileName[] {
  const names = Object.keys(sampleFiles) as SampleFileName[];
  return names.filter((name) => name !== "ncmsMembersPiped" || isPiped(rates));
}

/** Whether one county's list is cut at `|`. */
export function isPiped(rates: Rates): boolean {
  return rates["delimiter-swallowed"] > 0;
}

/** What was done to the people and claims, row by row; no part of the delivery proper. */
export const truthFile = {
  path: "truth.csv",
  header: "file,line,person,spoiled,expected,reported",
} as const;

function legacy(path: string, header = ""): SampleFile {
  return { path, layout: stem(path), encoding: "gb18030", header };
}

/** The bureau's own files come out of Excel: UTF-8 with its mark. */
function bureau(path: string, header: string): SampleFile {
  return { path, layout: stem(path), encoding: "utf-8", header: `\ufeff${header}` };
}

function stem(path: string): string {
  return path.slice(0, path.indexOf("."));
}
