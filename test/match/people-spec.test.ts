import { describe, expect, test } from "vitest";
import { checkDigit } from "../../src/domain/certno.js";
import { packageRoot } from "../../src/io/files.js";
import { readHanzi } from "../../src/jobs/match/read-spec.js";
import { joinPersons } from "../../src/match/chains.js";
import { link } from "../../src/match/link.js";
import { thresholdsOf } from "../../src/match/outcomes.js";
import { listsOf } from "./registers.js";
import { type ListRow, peopleSpec, tableOf } from "./tables.js";

// What the shipped model makes of single pairs, in the midst of two registers of 4,000 people.
// One row is one case; the fields that are not named are the same in both records.
interface Person {
  certno: string;
  name: string;
  birth: string;
  sex: string;
  household: string;
  phone: string;
  head: string;
  village: string;
}

type Case = readonly [what: string, left: Partial<Person>, right: Partial<Person>];

const own = sound("15992119850614", "123");
const of1958 = sound("15992119580302", "457");

const onePerson: readonly Case[] = [
  ["15 and 18 digits", { certno: own.slice(0, 6) + own.slice(8, 17) }, {}],
  ["one digit wrong", { certno: `${own.slice(0, 15)}9${own.slice(16)}` }, {}],
  ["two digits swapped", { certno: own.slice(0, 14) + own[15] + own[14] + own.slice(16) }, {}],
  ["the check digit wrong", { certno: own.slice(0, 17) + (own.endsWith("7") ? "8" : "7") }, {}],
  ["no number in one row", { certno: "" }, {}],
  ["the head's number in one row", { certno: of1958 }, {}],
  ["a homophone", { name: "陈丽玥" }, { name: "陈莉月" }],
  ["a look-alike", { name: "陈珅玥" }, { name: "陈坤玥" }],
  ["a private-use twin", { name: "陈\ue863玥" }, { name: "陈䶮玥" }],
  ["traditional characters", { name: "陳麗玥" }, { name: "陈丽玥" }],
  ["the dot of a name", { name: "阿依古丽·买买提" }, { name: "阿依古丽买买提" }],
  ["one character missing", { name: "陈丽玥" }, { name: "陈玥" }],
  ["day and month swapped", { birth: "1985-12-06" }, { birth: "1985-06-12" }],
  ["a year off", { birth: "1984-06-14" }, {}],
  ["the lunar date", { birth: "1985-04-26" }, {}],
  ["another sex", { sex: "男" }, {}],
  ["another household and phone", { household: "X9", phone: "", head: "" }, {}],
  ["a spelling of the date", { birth: "1985年6月14日" }, {}],
];

const twoPeople: readonly Case[] = [
  ["twins", { name: "陈文利" }, { name: "陈文华", certno: sound("15992119850614", "125") }],
  [
    "twins, one number of 15 digits",
    { name: "陈文利", certno: own.slice(0, 6) + own.slice(8, 17) },
    { name: "陈文华", certno: sound("15992119850614", "125") },
  ],
  ["twins, one without a number", { name: "陈文利", certno: "" }, { name: "陈文华" }],
  [
    "a father, and his son with the father's number",
    { certno: of1958, name: "陈国强", birth: "1958-03-02", sex: "男" },
    { certno: of1958, name: "陈小明", birth: "1985-06-14", sex: "男" },
  ],
  [
    "two children with the father's number",
    { certno: of1958, name: "陈小明", birth: "1985-06-14" },
    { certno: of1958, name: "陈小芳", birth: "1988-01-20" },
  ],
  [
    "one name and birth year in one village",
    { household: "X8", phone: "" },
    { household: "X9", phone: "", birth: "1985-11-03", certno: sound("15992119851103", "124") },
  ],
  [
    "the same, one without a number",
    { household: "X8", phone: "", certno: "" },
    { household: "X9", phone: "", birth: "1985-11-03", certno: sound("15992119851103", "124") },
  ],
  [
    "one name and birth date in two villages, two sound numbers",
    { household: "X8", phone: "", village: "159921101201" },
    { household: "X9", phone: "", village: "159922101203", certno: sound("15992219850614", "567") },
  ],
  [
    "a frequent name in two villages, one without a number",
    { name: "王伟", household: "X8", phone: "", village: "159921101201", certno: "" },
    { name: "王伟", household: "X9", phone: "", village: "159922101203", birth: "1985-06-15" },
  ],
];

describe("the model of people", async () => {
  const { first, second } = listsOf(peopleSpec, 4000, "cases");
  const cases = [...onePerson, ...twoPeople];
  const handmade = (side: 1 | 2): readonly ListRow[] =>
    cases.map((one, at) => rowOf(`case-${side}-${at}`, at, one[side]));
  const table = tableOf(peopleSpec, [...first, ...handmade(1)], [...second, ...handmade(2)]);
  const linked = link(table, peopleSpec, await readHanzi(packageRoot()), { pairing: "all" });
  const { candidates, probability, probabilityOf } = linked;
  const { same, review } = thresholdsOf(probability, peopleSpec.outcomes);
  const rowsOf = (at: number) =>
    [1, 2].map((side) => table.ids.indexOf(`case-${side}-${at}`)) as [number, number];
  const isCandidate = (left: number, right: number): boolean =>
    candidates.left.some((row, pair) => row === left && candidates.right[pair] === right);
  const places = [...probability.keys()].filter((pair) => (probability[pair] ?? 0) >= same);
  const links = {
    left: Int32Array.from(places, (pair) => candidates.left[pair] ?? 0),
    right: Int32Array.from(places, (pair) => candidates.right[pair] ?? 0),
    probability: Float64Array.from(places, (pair) => probability[pair] ?? 0),
  };
  const { rootOf } = joinPersons(table.size, links, (left, right) => {
    return probabilityOf(left, right) < review;
  });

  test.each(onePerson.map(([what], at) => [what, at] as const))("one person: %s", (_, at) => {
    const [left, right] = rowsOf(at);
    expect(isCandidate(left, right)).toBe(true);
    expect(probabilityOf(left, right)).toBeGreaterThanOrEqual(same);
    expect(rootOf[left]).toBe(rootOf[right]);
  });

  test.each(twoPeople.map(([what], at) => [what, at + onePerson.length] as const))(
    "two people: %s",
    (_, at) => {
      const [left, right] = rowsOf(at);
      expect(probabilityOf(left, right)).toBeLessThan(same);
      expect(rootOf[left]).not.toBe(rootOf[right]);
    },
  );
});

/** A row of a case; every case lives in a village and household of its own. */
function rowOf(id: string, at: number, said: Partial<Person>): ListRow {
  const sequence = String(100 + at);
  const person: Person = {
    certno: own,
    name: "陈丽玥",
    birth: "1985-06-14",
    sex: "女",
    household: `C${sequence}`,
    phone: `1391234${sequence}0`,
    head: "陈国强",
    village: `159921101${sequence}`,
    ...said,
  };
  // One county for each case: its numbers are nobody else's.
  const certno = moved(person.certno, at);
  const cells = peopleSpec.fields.map(({ name }) => {
    if (name === "certno") return certno;
    return (person[name as keyof Person] ?? "").replace(/^陈/, SURNAMES[at] ?? "陈");
  });
  return [id, ...cells];
}

/** A surname for each case: nobody is called like somebody of another case. */
const SURNAMES = [..."陈褚卫沈韩秦尤许何吕施孔曹严华金魏陶姜戚谢邹喻柏水窦"];

/** The number in another county, with its check digit as right or wrong as it was. */
function moved(certno: string, at: number): string {
  if (certno === "") return "";
  const county = String(159921 + at + 10);
  const rest = certno.slice(6);
  if (certno.length === 15) return county + rest;
  const isSound = checkDigit(certno.slice(0, 17)) === certno[17];
  const first17 = county + rest.slice(0, 11);
  const digit = checkDigit(first17);
  return first17 + (isSound ? digit : digit === "1" ? "2" : "1");
}

function sound(first14: string, sequence: string): string {
  return first14 + sequence + checkDigit(first14 + sequence);
}
