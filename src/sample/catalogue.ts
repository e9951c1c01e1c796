import { plainRow, type SampleRow } from "./rows.js";

/** 收费项目等级 chrgitm_lv: 01 甲, 02 乙, 03 丙 – and the share that the patient pays first. */
const CLASSES = {
  甲: { chrgitmLv: "01", selfpayProp: "0" },
  乙: { chrgitmLv: "02", selfpayProp: "0.10" },
  丙: { chrgitmLv: "03", selfpayProp: "1" },
} as const;

// Fifty items: name, class, price in fen. The first forty are in the NCMS list, the last forty in
// the other; which class an item has in the unified list is the sample's own invention.
const ITEMS =
  "阿莫西林胶囊甲850 头孢拉定胶囊甲920 青霉素钠注射剂甲150 诺氟沙星胶囊甲480 甲硝唑片甲260 " +
  "复方甘草片甲540 布洛芬片甲630 对乙酰氨基酚片甲310 硝苯地平片甲420 卡托普利片甲390 " +
  "二甲双胍片甲1150 格列本脲片甲280 阿司匹林肠溶片甲690 地高辛片甲510 氨茶碱片甲330 " +
  "奥美拉唑肠溶胶囊甲1280 复方丹参片甲860 板蓝根颗粒甲980 藿香正气水甲760 六味地黄丸甲1450 " +
  "头孢曲松注射剂甲610 左氧氟沙星片乙1680 阿奇霉素片乙1890 氨氯地平片乙2350 辛伐他汀片乙2680 " +
  "胰岛素注射液甲4800 奥曲肽注射剂乙9800 人血白蛋白乙38000 紫杉醇注射液乙21500 吉西他滨注射剂乙18600 " +
  "普通门诊诊查费甲500 住院床位费甲2000 二级护理甲1200 静脉输液甲600 血常规甲2000 " +
  "胸部正位片甲4500 腹部彩超乙12000 头部平扫乙22000 阑尾切除术甲68000 血液透析乙40000 " +
  "磁共振平扫乙52000 心电监护甲600 冠状动脉支架乙1280000 人工关节乙1860000 针灸甲3000 " +
  "蒙医推拿甲3500 特需病房丙30000 美容缝合丙45000 营养口服液丙5600 保健茶丙3800";
const OVERLAP = 10;
const LENGTH = 40;

const entries = ITEMS.split(" ").map((text, index) => {
  const parts = /^(.+)([甲乙丙])(\d+)$/.exec(text);
  const [, name = "", mark = "甲", fen = "0"] = parts ?? [];
  const serial = String(index + 1).padStart(4, "0");
  return {
    name,
    mark: mark as keyof typeof CLASSES,
    price: `${Number(fen.slice(0, -2))}.${fen.slice(-2)}`,
    isService: index >= 30 && index < 48,
    codg: `SAMPLE${serial}`,
    ncmsCode: `XN${serial}`,
    urbmiCode: `${index >= 30 && index < 48 ? "F" : "X"}${serial}`,
  };
});

/** The rows of both old catalogues and of the bureau's crosswalk. */
export function catalogueRows(): readonly SampleRow[] {
  const inNcms = entries.slice(0, LENGTH);
  const inUrbmi = entries.slice(OVERLAP, OVERLAP + LENGTH);
  return [
    ...inNcms.map((one) => crosswalkRow("ncms", one.ncmsCode, one)),
    ...inUrbmi.map((one) => crosswalkRow("urbmi", one.urbmiCode, one)),
    ...inNcms.map((one) => ncmsRow(one)),
    ...inUrbmi.map((one) => urbmiRow(one)),
  ];
}

/** The items of the urban catalogue, drugs and services, with their class in the unified list. */
export function catalogueItems(): readonly {
  readonly urbmiCode: string;
  readonly name: string;
  readonly isService: boolean;
  readonly chrgitmLv: string;
  readonly price: string;
}[] {
  return entries.slice(OVERLAP, OVERLAP + LENGTH).map(({ mark, ...one }) => {
    return { ...one, chrgitmLv: CLASSES[mark].chrgitmLv };
  });
}

type Entry = (typeof entries)[number];

function crosswalkRow(source: string, legacyCode: string, one: Entry): SampleRow {
  const { chrgitmLv, selfpayProp } = CLASSES[one.mark];
  const cells = [source, legacyCode, one.codg, one.name, chrgitmLv, selfpayProp];
  return plainRow("catalogueCodes", cells, ",");
}

/** The NCMS list knows inside and outside its scope only: 1 保内, 0 保外. */
function ncmsRow(one: Entry): SampleRow {
  const kind = one.isService ? "诊疗项目" : "药品";
  const scope = one.mark === "丙" ? "0" : "1";
  return plainRow("catalogueNcms", [one.ncmsCode, one.name, kind, scope, one.price], ",");
}

/** AKC222 code, AKC223 name, AKA063 kind of charge, AKA065 class (1甲 2乙 3丙), AKC225 price. */
function urbmiRow(one: Entry): SampleRow {
  const kind = one.isService ? "08" : "01";
  const mark = { 甲: "1", 乙: "2", 丙: "3" }[one.mark];
  return plainRow("catalogueUrbmi", [one.urbmiCode, one.name, kind, mark, one.price], "\t");
}
