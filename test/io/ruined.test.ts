import { describe, expect, test } from "vitest";
import { decode, encode } from "../../src/io/gb18030.js";
import { bytesOfLatin } from "../../src/io/latin.js";
import { lineText } from "../../src/io/line-text.js";
import { ruinedText } from "../../src/io/ruined.js";
import { examine } from "../../src/migrate/forensics.js";
import { Random } from "../../src/sample/random.js";

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
const rareSurnames = "璩逄芮佟闫缪邸阚晏滕亓仝佘冼鄢仉蔺郗苻嵇尉迟";
const rare = "堃喆犇龑祎玥昇珅誠運乗淺玕猏琝璡瑋瓅東億弢質䶮㛃𬭎㻐䴙𨱏𫖯";
const minority = ["阿依古丽", "买买提", "努尔", "巴特尔", "乌云其其格", "斯琴高娃", "才仁卓玛"];
const villages = ["东镇", "西村", "上河沿", "坝乡", "堡子", "圪垯", "峪口", "碾坊", "沟门"];

/** Names as a county has them, the rare characters far more often than it has. */
class Names {
  private readonly random = new Random("names");

  next(): string {
    const kind = this.random.below(20);
    if (kind === 0) return `${this.random.pick(minority)}·${this.random.pick(minority)}`;
    const surname = this.random.pick([...(kind < 4 ? rareSurnames : surnames)]);
    return surname + this.character(kind) + (this.random.percent(70) ? this.character(kind) : "");
  }

  address(): string {
    const village = this.random.pick(villages);
    return `样例市样例县${village}${this.random.below(40)}组${this.random.below(300)}号`;
  }

  private character(kind: number): string {
    if (kind < 4) return this.random.pick([...rare]);
    const isLevel2 = kind < 8;
    const lead = isLevel2 ? 0xd8 + this.random.below(0x20) : 0xb0 + this.random.below(0x27);
    return decode(Buffer.from([lead, 0xa1 + this.random.below(0x5e)]));
  }
}

const MANY = 20_000;

describe("of many names and addresses, rare characters among them", () => {
  const names = new Names();
  const cells = Array.from({ length: MANY }, (_, at) => (at % 4 ? names.next() : names.address()));

  test("not one that is sound is called ruined", () => {
    expect(cells.filter((cell) => examine(cell, ruinedText) !== undefined)).toEqual([]);
    const lines = cells.map((cell, at) => `${at},${cell},${at % 2 ? "男" : "女"},1`);
    const moved = lines.filter((line) => {
      const [gbk, utf8] = [lineText(encode(line), "gb18030"), lineText(Buffer.from(line), "utf-8")];
      return gbk.text !== line || utf8.text !== line || gbk.readAs !== undefined;
    });
    expect(moved).toEqual([]);
  });

  // The damage, and the share of cells that are known for what they were. Where the last byte was
  // lost, the last character is left open. No cell is ever taken for another.
  test.each<[string, (cell: string) => string, number]>([
    ["UTF-8 read as GBK", (cell) => decode(Buffer.from(cell)), 0.99],
    ["UTF-8 read as Latin-1", (cell) => Buffer.from(cell).toString("latin1"), 0.999],
    ["UTF-8 read as cp1252", (cell) => windows(Buffer.from(cell)), 0.999],
    ["GBK read as Latin-1", (cell) => encode(cell).toString("latin1"), 0.999],
  ])("%s", (_, ruin, share) => {
    let [known, silent] = [0, 0];
    const wrong: string[] = [];
    for (const cell of cells) {
      const found = examine(ruin(cell), ruinedText);
      const proposed = `${found?.problems[0]?.values["repaired"] ?? ""}`;
      if (proposed === "") silent += found === undefined ? 1 : 0;
      else if (proposed.split(" / ").some((one) => isOriginal(one, cell))) known += 1;
      else wrong.push(`${cell} ${proposed}`);
    }
    expect(wrong).toEqual([]);
    expect(known / MANY).toBeGreaterThan(share);
    expect(silent / MANY).toBeLessThan(0.001);
  });
});

/** Whether a proposal is the cell, but for characters that it leaves open. */
function isOriginal(proposal: string, cell: string): boolean {
  const [shown, wanted] = [Array.from(proposal), Array.from(cell)];
  const isSame = shown.every((one, at) => one === wanted[at] || one === "\ufffd");
  return isSame && shown.length === wanted.length;
}

const windows1252 = new Map(
  Array.from({ length: 0x2123 }, (_, point) => String.fromCodePoint(point))
    .map((one) => [bytesOfLatin(one)?.[0] ?? -1, one] as const)
    .filter(([byte]) => byte >= 0x80),
);

/** Bytes as Windows-1252 shows them. */
function windows(bytes: Buffer): string {
  return [...bytes].map((byte) => windows1252.get(byte) ?? String.fromCharCode(byte)).join("");
}
