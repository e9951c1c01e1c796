import type { RegistersReport } from "../../jobs/make-registers.js";
import type { DirtReport, SampleReport } from "../../jobs/make-sample.js";
import { type OfferedDirt, offeredDirt } from "../../jobs/sample-rates.js";
import { dirtTexts, rateTexts, registerTexts } from "../../text/dirt.js";
import { type Lang, tell } from "../../text/tell.js";
import { tableLines } from "../render.js";
import { say, table } from "./words.js";

/** What a sample came to: where it lies, and every kind of dirt, as asked for and as made. */
export function sampleLines(report: SampleReport, lang: Lang): readonly string[] {
  const { out, people, files, dirt } = report;
  const rows = files.reduce((count, file) => count + file.rows, 0);
  const made = say("sampleMade", lang, { out, people, files: files.length, rows });
  if (dirt.length === 0) return [made];
  const short = dirt.filter((one) => one.made < one.wanted);
  const told = short.map((one) => say("dirtShort", lang, { ...one, kind: nameOf(one, lang) }));
  const headers = ["dirt", "rate", "wanted", "made"] as const;
  const lines = dirt.map((one) => [
    `${one.kind} ${nameOf(one, lang)}`,
    one.rate,
    String(one.wanted),
    String(one.made),
  ]);
  return [made, ...table(headers, 1, lines, lang), ...told];
}

/** What two registers came to, every kind of dirt in them, and how they are matched. */
export function registerLines(report: RegistersReport, lang: Lang): readonly string[] {
  const { out, people, files, dirt, pairs, id } = report;
  const rows = files.reduce((count, file) => count + file.rows, 0);
  const headers = ["dirt", "rate", "wanted", "made"] as const;
  const lines = dirt.map(({ kind, rate, wanted, made }) => [
    `${kind} ${tell(registerTexts[kind], lang)}`,
    rate,
    String(wanted),
    String(made),
  ]);
  return [
    say("registersMade", lang, { out, people, rows, pairs }),
    ...table(headers, 1, lines, lang),
    say("registersNext", lang, { lists: files.map(({ path }) => `${out}/${path}`).join(" "), id }),
  ];
}

/** The kinds of dirt with their usual rates and what becomes of each, for the help. */
export function dirtHelp(lang: Lang): string {
  const linesOf = (kinds: readonly OfferedDirt[]): readonly string[] =>
    tableLines(
      [{ header: "" }, { header: "", isNumber: true }, { header: "" }],
      kinds.map((one) => [one.kind, one.rate, fateOf(one, lang)]),
    )
      .slice(1)
      .flatMap((line, index) => [line, `· ${kinds[index] ? nameOf(kinds[index], lang) : ""}`]);
  const { ofPeople, ofClaims } = offeredDirt();
  return [
    tell(rateTexts.intro, lang),
    "",
    tell(rateTexts.ofPeople, lang),
    ...linesOf(ofPeople),
    "",
    tell(rateTexts.ofClaims, lang),
    ...linesOf(ofClaims),
  ].join("\n");
}

function nameOf({ kind }: Pick<DirtReport, "kind">, lang: Lang): string {
  return tell(dirtTexts[kind], lang);
}

function fateOf({ expected, reported }: OfferedDirt, lang: Lang): string {
  if (expected !== "") {
    const codes = reported === "" ? expected : `${expected} ${reported}`;
    return tell(rateTexts.setAside, lang, { codes });
  }
  if (reported === "") return tell(rateTexts.taken, lang);
  return tell(rateTexts.reported, lang, { codes: reported });
}
