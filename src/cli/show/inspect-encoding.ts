import type { InspectReport } from "../../jobs/inspect-source.js";
import { inspectTexts } from "../../text/inspect.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped } from "../render.js";

/** The encoding, and what speaks for it. */
export function encodingLine(report: InspectReport, lang: Lang): string {
  const { encoding } = report;
  return say("encoding", lang, { encoding, evidence: evidenceText(report, lang) });
}

function evidenceText({ encoding, evidence, dbf }: InspectReport, lang: Lang): string {
  if (dbf !== undefined) return countsText(dbf, lang);
  if (evidence === undefined) return say("workbookEvidence", lang);
  const mark = evidence.mark === undefined ? "" : MARKS[evidence.mark];
  const marked = mark === "" ? "" : say("markEvidence", lang, { mark });
  if (encoding.startsWith("utf-16")) return marked === "" ? say("wideEvidence", lang) : marked;
  if (evidence.foreignBytes === 0) return say("asciiEvidence", lang);
  const four = evidence.fourByteCharacters;
  const isRare = encoding === "gb18030" && four > 0;
  const rare = isRare ? say("fourBytes", lang, { count: grouped(four) }) : "";
  if (marked !== "") return `${marked};${countsText(evidence, lang)}${rare}`;
  return countsText(evidence, lang) + rare;
}

/** The byte order marks as a hexadecimal view shows them. */
const MARKS = {
  "utf-8": "EF BB BF",
  "utf-16le": "FF FE",
  "utf-16be": "FE FF",
  gb18030: "84 31 95 33",
} as const;

interface Counts {
  readonly asUtf8: Reading;
  readonly asGb18030: Reading;
}

interface Reading {
  readonly characters: number;
  readonly broken: number;
}

function countsText({ asUtf8, asGb18030 }: Counts, lang: Lang): string {
  const all = [asUtf8, asGb18030].map(({ characters, broken }) => characters + broken);
  if (all.every((count) => count === 0)) return say("asciiEvidence", lang);
  const counts = say("countEvidence", lang, {
    utf8: grouped(asUtf8.characters),
    utf8Broken: grouped(asUtf8.broken),
    gb: grouped(asGb18030.characters),
    gbBroken: grouped(asGb18030.broken),
  });
  return asUtf8.broken !== asGb18030.broken ? counts : counts + say("ambiguous", lang);
}

function say(name: keyof typeof inspectTexts, lang: Lang, values: Values = {}): string {
  return tell(inspectTexts[name], lang, values);
}
