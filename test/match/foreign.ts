import { checkDigit } from "../../src/domain/certno.js";
import { Random } from "../../src/sample/random.js";
import type { ListRow } from "./tables.js";

// A generator that has nothing in common with our sample: names from small pools, all equally
// frequent, people without families of any shape, dirt cell by cell.
const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕",
];
const GIVEN = [
  ..."伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰华建国志海燕玲红云飞鹏辉宇浩博文轩子涵",
];
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ 伟: "玮", 芳: "方", 丽: "莉", 军: "君", 静: "靖", 杰: "洁", 明: "铭", 平: "萍", 红: "虹" },
  ...{ 云: "芸", 文: "雯", 志: "智", 宇: "雨", 艳: "燕", 建: "健", 华: "桦", 浩: "皓", 博: "伯" },
};

/** What the lists have, and how dirty they are. */
export interface ForeignOrder {
  readonly people: number;
  readonly seed: string;
  /** The fields that both lists lack. */
  readonly without?: readonly string[];
  /** Everybody stands once. */
  readonly isUnique?: boolean;
  /** Times the usual dirt. */
  readonly dirt?: number;
  /** Of a hundred numbers, so many have 15 digits where they can. */
  readonly fifteen?: number;
}

interface Someone {
  readonly cells: Readonly<Record<string, string>>;
  readonly head: string | undefined;
}

/** Two lists of an order, in the order of the fields, and whose every row is. */
export function foreignLists(order: ForeignOrder, fields: readonly string[]) {
  const random = new Random(order.seed);
  const lists: [ListRow[], ListRow[]] = [[], []];
  const whose = new Map<string, number>();
  makePeople(order.people, random).forEach((person, number) => {
    const own = random.percent(70) ? 0 : 1;
    const add = (list: 0 | 1, isMoved: boolean): void => {
      const id = `${"AB"[list]}${lists[list].length}`;
      const cells = dirtied(person, isMoved, order, random);
      const known = fields.map((field) => (order.without?.includes(field) ? "" : cells[field]));
      lists[list].push([id, ...known.map((cell) => cell ?? "")]);
      whose.set(id, number);
    };
    add(own, false);
    if (order.isUnique === true) return;
    if (random.percent(6)) add(own === 0 ? 1 : 0, random.percent(30));
    if (random.percent(1)) add(own, random.percent(30));
  });
  return { first: lists[0], second: lists[1], whose };
}

function makePeople(count: number, random: Random): readonly Someone[] {
  const people: Someone[] = [];
  const issued = new Set<string>();
  const villages = Math.max(2, Math.round(count / 1200));
  for (let house = 0; people.length < count; house++) {
    const village = `V${random.below(villages)}`;
    const county = random.pick(["159921", "159922", "159923"]);
    const family = random.pick(SURNAMES);
    const phone = `138${String(random.below(1e8)).padStart(8, "0")}`;
    let head: Readonly<Record<string, string>> | undefined;
    const size = random.between(1, 5);
    for (let seat = 0; seat < size && people.length < count; seat++) {
      const birth = dayIn(2016 - (seat < 2 ? random.between(30, 75) : random.below(28)), random);
      const sex = random.percent(50) ? "男" : "女";
      const drawn = (seat === 1 ? random.pick(SURNAMES) : family) + given(random);
      const namesake = random.below(1000) < 3 ? people[random.below(people.length)] : undefined;
      const name = namesake?.cells["name"] ?? drawn;
      const first17 = freshNumber(county + birth, issued, random);
      const cells: Readonly<Record<string, string>> = {
        ...{ name, birth, sex, phone, household: `H${house}`, head: head?.["name"] ?? name },
        village: namesake?.cells["village"] ?? village,
        certno: first17 + checkDigit(first17),
      };
      people.push({ cells, head: seat > 1 ? head?.["certno"] : undefined });
      head ??= cells;
    }
  }
  return people;
}

function dirtied(
  { cells, head }: Someone,
  isMoved: boolean,
  { dirt = 1, fifteen = 0 }: ForeignOrder,
  random: Random,
): Readonly<Record<string, string>> {
  const befalls = (perThousand: number): boolean => random.below(1000) < perThousand * dirt;
  let { certno = "", name = "", birth = "", phone = "", household = "", village = "" } = cells;
  if (random.percent(fifteen) && certno.startsWith("19", 6)) {
    certno = certno.slice(0, 6) + certno.slice(8, 17);
  }
  if (befalls(10)) certno = withOther(certno, random.between(6, 13), String(random.below(10)));
  if (head !== undefined && befalls(30)) certno = head;
  if (befalls(20)) certno = "";
  if (befalls(20)) {
    const at = random.between(1, name.length - 1);
    name = withOther(name, at, SOUNDS[name[at] ?? ""] ?? random.pick(GIVEN));
  }
  if (befalls(10)) birth = dayIn(Number(birth.slice(0, 4)) + (random.percent(50) ? 1 : 0), random);
  if (random.percent(isMoved ? 90 : 40)) phone = "";
  if (isMoved) household = `M${household}`;
  if (isMoved && random.percent(50)) village = "";
  return { ...cells, certno, name, birth, phone, household, village };
}

/** No two people have one number. */
function freshNumber(start: string, issued: Set<string>, random: Random): string {
  for (;;) {
    const number = start + String(random.below(1000)).padStart(3, "0");
    if (issued.has(number)) continue;
    issued.add(number);
    return number;
  }
}

function withOther(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at + 1);
}

function given(random: Random): string {
  return random.percent(15) ? random.pick(GIVEN) : random.pick(GIVEN) + random.pick(GIVEN);
}

function dayIn(year: number, random: Random): string {
  const [month, date] = [random.between(1, 12), random.between(1, 28)];
  return `${year}${String(month).padStart(2, "0")}${String(date).padStart(2, "0")}`;
}
