import type { Yuan } from "./money.js";
import type { Day } from "./period.js";
import type { Count, Price } from "./quantity.js";
import type { Origin } from "./records.js";

/** A visit as an old system registered it (就诊登记): the head of its fee lines. */
export interface VisitRow extends Origin {
  /** 来源系统 */ readonly source: string;
  /** 就诊ID */ readonly mdtrtId: string;
  /** 就诊凭证编号 */ readonly mdtrtCertNo: string;
  /** 原个人编号 */ readonly legacyId: string;
  /** 人员姓名 */ readonly psnName: string;
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  /** 医疗类别 */ readonly medType: string;
  /** 开始日期 */ readonly begndate: Day;
  /** 病种编码 */ readonly diseCodg: string;
  /** 科室名称 */ readonly deptName: string;
  /** 医师姓名 */ readonly drName: string;
}

/** One line of what a visit cost (费用明细). */
export interface FeeLineRow extends Origin {
  /** 来源系统 */ readonly source: string;
  /** 就诊ID */ readonly mdtrtId: string;
  /** 费用明细流水号 */ readonly feedetlSn: string;
  /** 原费用流水号 */ readonly initFeedetlSn: string;
  /** 处方号 */ readonly rxno: string;
  /** 费用发生时间 */ readonly feeOcurTime: Day;
  /** 医药机构目录编码 */ readonly medinsListCodg: string;
  /** 医药机构目录名称 */ readonly medinsListName: string;
  /** 规格 */ readonly spec: string;
  /** 单价 */ readonly pric: Price;
  /** 数量 */ readonly cnt: Count;
  /** 明细项目费用总额 */ readonly detItemFeeSumamt: Yuan;
}
