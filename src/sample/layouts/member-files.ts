import type { Identity } from "../../domain/codes.js";
import type { PersonKind } from "../rates.js";
import { clean } from "../row-truth.js";
import type { DbfField, FixedColumn, LayoutFile, LayoutRow, Writing } from "./layout-file.js";
import { countyOf, type Member, type Townships } from "./township.js";

/** The ten columns of a resident list (standards.md 3.1 D). */
export const SHORT_COLUMNS = [
  ...["户主姓名", "医疗证号", "家庭账户余额", "户属性", "中文姓名"],
  ...["性别", "家庭关系", "身份证号码", "出生日期", "参合属性"],
];

const SPELLINGS: readonly PersonKind[] = ["id-15", "id-missing", "id-digit-wrong", "date-style"];

/** Enrolment lists in the ten columns: CSV, CSV with lines in another encoding, Unicode text. */
export function shortLists(townships: Townships, members: number): readonly LayoutFile[] {
  const csv: Writing = { ...lines(","), encoding: "gb18030" };
  const files = [
    { path: "ncms-members-short.csv", layout: "ncms-members-short", writing: csv },
    { path: "ncms-members-mixed.csv", layout: "ncms-members-short", writing: csv },
    {
      path: "ncms-members-unicode.txt",
      layout: "ncms-members-unicode",
      writing: { ...lines("\t"), encoding: "utf-16le" } as const,
    },
  ];
  return files.map((file, turn) => {
    const county = countyOf(turn);
    const rows = townships.list(county, members, SPELLINGS).map(shortRow);
    const isMixed = file.path.includes("mixed");
    return {
      ...file,
      constants: { insuplc_admdvs: county.admdvs },
      rows: isMixed ? rows.map(inTurnUtf8) : rows,
    };
  });
}

/** The same ten columns of townships that pack their lists: two in a ZIP, one in a GZIP. */
export function packedLists(townships: Townships, members: number): readonly LayoutFile[] {
  const places = [
    { path: "towns.zip", entry: "东镇.csv", isNamed: true },
    { path: "towns.zip", entry: "西镇/名单.csv", isNamed: true },
    { path: "ncms-members-north.csv.gz", entry: "ncms-members-north.csv", isNamed: false },
  ];
  return places.map((packed, turn) => {
    const county = countyOf(turn);
    return {
      path: packed.isNamed ? `${packed.path}/${packed.entry}` : packed.path,
      packed,
      layout: "ncms-members-short",
      writing: { ...lines(","), encoding: "gb18030" },
      constants: { insuplc_admdvs: county.admdvs },
      rows: townships.list(county, members, SPELLINGS).map(shortRow),
    };
  });
}

function lines(delimiter: string) {
  return { kind: "lines", delimiter, header: SHORT_COLUMNS } as const;
}

/** A member in the ten columns. */
export function shortRow(member: Member): LayoutRow {
  const { person, head, home, balance, cells, truth, money } = member;
  const { psnName, gend, certno, brdy } = cells;
  const house = HOUSES[person.identity];
  const household = [head.psnName, home.householdNo, balance, house];
  const own = [psnName, gend, person.relation, certno, brdy, "农业人口"];
  return { cells: [...household, ...own], person: person.number, money, ...truth };
}

/** Every fifth clean line was pasted in by a program that writes UTF-8. */
function inTurnUtf8(row: LayoutRow, index: number): LayoutRow {
  if (index % 5 !== 3 || row.spoiled !== "") return row;
  return { ...row, spoiled: "line-utf8", reported: ["line-other-encoding"], isUtf8: true };
}

const HOUSES: Readonly<Record<Identity | "", string>> = {
  "": "一般农户",
  registeredPoor: "贫困户",
  minLiving: "低保户",
  destitute: "五保户",
  severeDisability: "一般农户",
};

/** In bytes: three characters of a name, and half of the fourth. */
const NAME_WIDTH = 7;

const FIXED: readonly FixedColumn[] = [
  ...[20, 18, NAME_WIDTH, 2, 18, 8, 8, 4].map((width) => ({ width })),
  { width: 10, isNumber: true },
];

/** A list of fixed width in bytes, which cuts names in the middle of a character. */
export function fixedList(townships: Townships, members: number): LayoutFile {
  const county = countyOf(1);
  const listed = withLongName(townships.list(county, members, ["id-missing", "id-15"]));
  return {
    path: "ncms-members-fixed.txt",
    layout: "ncms-members-fixed",
    writing: { kind: "fixed", columns: FIXED },
    constants: { insuplc_admdvs: county.admdvs },
    rows: listed.map((member) => cutRow(member, longCells(member))),
  };
}

const DBF: readonly DbfField[] = [
  { name: "GRBM", type: "C", length: 20 },
  { name: "JTBM", type: "C", length: 18 },
  { name: "XM", type: "C", length: NAME_WIDTH },
  { name: "XB", type: "C", length: 2 },
  { name: "SFZH", type: "C", length: 18 },
  { name: "CSRQ", type: "D", length: 8 },
  { name: "YHZGX", type: "C", length: 8 },
  { name: "CHZT", type: "C", length: 4 },
  { name: "JTZHYE", type: "N", length: 10, decimals: 2 },
  { name: "BZ", type: "C", length: 10 },
];

/** A table of FoxPro's time: the same, with records that are marked as deleted. */
export function dbfList(townships: Townships, members: number): LayoutFile {
  const county = countyOf(2);
  const listed = withLongName(townships.list(county, members, ["id-missing", "id-15"]));
  const rows = listed.map((member) => cutRow(member, [...longCells(member), ""]));
  const clean = rows.filter(({ spoiled, money }) => spoiled === "" && money.length === 0);
  const gone = new Set([clean[2], clean[7]]);
  return {
    path: "ncms-members.dbf",
    layout: "ncms-members-dbf",
    writing: { kind: "dbf", columns: DBF },
    constants: { insuplc_admdvs: county.admdvs },
    rows: rows.map((row) => (gone.has(row) ? deleted(row) : row)),
  };
}

/** At least one name is longer than its column: that of the first clean member but the head. */
function withLongName(listed: readonly Member[]): readonly Member[] {
  const chosen = listed.find(({ place, truth }) => place > 1 && truth.spoiled === "");
  return listed.map((member) => {
    if (member !== chosen) return member;
    const psnName = `欧阳${[...member.person.psnName].slice(-2).join("")}`;
    const { person, cells } = member;
    return { ...member, person: { ...person, psnName }, cells: { ...cells, psnName } };
  });
}

/** The nine columns of both: numbers, name, sex, certificate, birth, relation, state, account. */
function longCells({ home, place, cells, person, balance }: Member): readonly string[] {
  const legacyId = `${home.householdNo}${String(place).padStart(2, "0")}`;
  const { psnName, gend, certno, brdy } = cells;
  const numbers = [legacyId, home.householdNo];
  const birth = brdy.replaceAll("-", "");
  return [...numbers, psnName, gend, certno, birth, person.relation, "正常", balance];
}

/** A row whose name may be cut: four characters take eight bytes, the column has seven. */
function cutRow({ person, truth, money, cells: { psnName } }: Member, cells: readonly string[]) {
  const isCut = [...psnName].length * 2 > NAME_WIDTH;
  const cut = { ...clean, spoiled: "name-cut", expected: "character-cut" as const };
  const reported = truth.reported;
  return { cells, person: person.number, money, ...(isCut ? { ...cut, reported } : truth) };
}

function deleted(row: LayoutRow): LayoutRow {
  return { ...row, spoiled: "record-deleted", expected: "record-deleted", isDeleted: true };
}
