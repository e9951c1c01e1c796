import type { DbfFormat } from "../../domain/format.js";
import { openDbf } from "../../io/dbf.js";
import { codePageName } from "../../io/dbf-code-pages.js";
import { type DbfHeader, readDbfHeader } from "../../io/dbf-header.js";
import { openFile } from "../../io/files.js";
import { encode } from "../../io/gb18030.js";
import { SAMPLE } from "./first-lines.js";

/** What the header of a DBF says. */
export interface DbfFacts {
  /** The first byte, and the programs that write it: `0x30 Visual FoxPro`. */
  readonly version: string;
  /** The byte that names the encoding, and what it names: `0x03 Windows-1252`. */
  readonly codePage: string;
  /** How many records it states; `rows` are those that are there. */
  readonly stated: number;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly length: number;
  }[];
}

export interface RecognisedDbf {
  readonly format: DbfFormat;
  readonly facts: DbfFacts;
  /** What the text is in; of encodings that are not read, the one that the header names. */
  readonly encoding: string;
  /** Whether the text is in an encoding that is read. */
  readonly isRead: boolean;
  /** Characters above U+007F in the sample, by encoding, and those that are broken in it. */
  readonly asUtf8: TextCount;
  readonly asGb18030: TextCount;
}

export interface TextCount {
  readonly characters: number;
  readonly broken: number;
}

/** Tells from the text of its first records how a DBF is written; its header only claims it. */
export async function recogniseDbf(path: string): Promise<RecognisedDbf> {
  const header = await headerOf(path);
  const utf8 = await countText(path, "utf-8");
  const gb18030 = await countText(path, "gb18030");
  const codePage = codePageName(header.codePage);
  const facts = {
    version: versionName(header.version),
    codePage,
    stated: header.stated,
    fields: header.fields.map(({ name, type, length }) => ({ name, type, length })),
  };
  const isUtf8 = utf8.characters > 0 && utf8.broken === 0;
  const encoding = isUtf8 ? "utf-8" : "gb18030";
  const format = { kind: "dbf", encoding } as const;
  const counts = { asUtf8: countOf(utf8), asGb18030: countOf(gb18030) };
  if (utf8.characters + utf8.broken === 0) {
    return { format, facts, ...counts, encoding: "ascii", isRead: true };
  }
  // Chinese text is made of the characters of daily use, whatever the header claims.
  const isChinese = isUtf8 || gb18030.common * 2 >= gb18030.characters;
  const named = codePage.slice(5).toLowerCase();
  const isRead = isChinese || /^(gbk|utf-8|\?)$/.test(named);
  return { format, facts, ...counts, encoding: isRead ? encoding : named, isRead };
}

async function headerOf(path: string): Promise<DbfHeader> {
  const file = await openFile(path);
  try {
    return await readDbfHeader(path, file, "gb18030");
  } finally {
    await file.close();
  }
}

interface Counted extends TextCount {
  readonly common: number;
}

function countOf({ characters, broken }: Counted): TextCount {
  return { characters, broken };
}

async function countText(path: string, encoding: DbfFormat["encoding"]): Promise<Counted> {
  const { names = [], batches } = await openDbf(path, { kind: "dbf", encoding });
  const counts = { characters: 0, broken: 0, common: 0 };
  const take = (text: string): void => {
    for (const character of text) {
      if (character < "\u0080") continue;
      if (character === "\ufffd") counts.broken += 1;
      else counts.characters += 1;
      if (isCommon(character)) counts.common += 1;
    }
  };
  names.forEach(take);
  let rows = 0;
  for await (const batch of batches) {
    for (const row of batch.rows) row.fields.forEach(take);
    rows += batch.rows.length;
    if (rows >= SAMPLE) break;
  }
  return counts;
}

/** One of the 3,755 characters of daily use (GB2312 level 1). */
function isCommon(character: string): boolean {
  const [lead = 0, trail = 0, ...more] = encode(character);
  return more.length === 0 && lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}

function versionName(version: number): string {
  const hex = `0x${version.toString(16).toUpperCase().padStart(2, "0")}`;
  return `${hex} ${VERSIONS.get(version) ?? ""}`.trim();
}

const VERSIONS: ReadonlyMap<number, string> = new Map([
  [0x02, "FoxBASE"],
  [0x03, "dBase III, FoxPro"],
  [0x04, "dBase 7"],
  [0x05, "dBase 5"],
  [0x30, "Visual FoxPro"],
  [0x31, "Visual FoxPro, autoincrement"],
  [0x32, "Visual FoxPro, varchar"],
  [0x43, "dBase IV"],
  [0x63, "dBase IV"],
  [0x83, "dBase III with memo"],
  [0x8b, "dBase IV with memo"],
  [0x8c, "dBase 7 with memo"],
  [0xcb, "dBase IV with memo"],
  [0xf5, "FoxPro with memo"],
  [0xfb, "FoxBASE with memo"],
]);
