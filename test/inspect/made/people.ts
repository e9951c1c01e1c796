import { checkDigit } from "../../../src/domain/certno.js";
import { encode } from "../../../src/io/gb18030.js";

/** One made person; every number has an area code that was never issued. */
export interface MadePerson {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly certno: string;
  readonly birth: string;
  readonly amount: string;
}

const NAMES = ["王珅", "李玥", "欧阳诚", "赵一", "钱多多", "孙东", "周运来", "吴建国"];

/** As many people as asked for, always the same. */
export function madePeople(count: number): readonly MadePerson[] {
  return Array.from({ length: count }, (_, at) => {
    const month = String(1 + (at % 12)).padStart(2, "0");
    const day = String(1 + ((at * 7) % 28)).padStart(2, "0");
    const birth = `${1950 + ((at * 13) % 60)}${month}${day}`;
    const first17 = `159921${birth}${String(100 + (at % 800)).padStart(3, "0")}`;
    return {
      id: String(1599210001 + at),
      name: NAMES[at % NAMES.length] ?? "",
      sex: at % 2 === 0 ? "男" : "女",
      certno: first17 + checkDigit(first17),
      birth,
      amount: ((at * 137 + 50) / 10).toFixed(2),
    };
  });
}

/** A text cut to or filled up with blanks to a number of bytes in GBK; a number to the right. */
export function bytesWide(text: string, width: number, isRight = false): string {
  const blanks = " ".repeat(Math.max(0, width - encode(text).length));
  return isRight ? blanks + text : text + blanks;
}
