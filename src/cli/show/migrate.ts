import {
  addRead,
  exactText,
  nothingRead,
  readYuan,
  sum,
  yuan,
  yuanText,
} from "../../domain/money.js";
import { acceptedNotes } from "../../jobs/migrate/accepted-differences.js";
import type { FileReport, MigrateReport, MoneyReportLine } from "../../jobs/migrate/report.js";
import { manifestLines } from "../../text/manifest-draft.js";
import { type Lang, tell } from "../../text/tell.js";
import { grouped } from "../render.js";
import { coverageLines } from "./code-coverage.js";
import { duplicateLines } from "./duplicates.js";
import { matchingLines } from "./matching.js";
import { counts, countsOf, fileLines, notAcceptedText, say, table } from "./words.js";

/** What a delivery came to, on one screen. */
export function migrateLines(report: MigrateReport, lang: Lang): readonly string[] {
  const { delivery, runId: run } = report;
  const heads = [say(report.isDry ? "dryDelivery" : "delivery", lang, { delivery, run })];
  if (report.isDry) heads.push(say("dry", lang));
  if (report.isUnsigned === true) heads.push(tell(manifestLines.unsigned, lang));
  if (report.isRepeated) heads.push(say("repeated", lang, { run }));
  if (report.correctsRun > 0) heads.push(say("correctedOnly", lang, { run: report.correctsRun }));
  heads.push(...correctionLines(report, lang));
  return [
    ...heads,
    ...rowLines(report, lang),
    ...report.repeatedFiles.map((one) => say("fileRepeated", lang, { ...one })),
    ...laterLines(report, lang),
    ...bodyLines(report, lang),
    ...coverageLines(report, lang),
    ...acceptedNotes(report.acceptedDifferences, lang),
    ...(report.outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(report.outputs, lang),
  ];
}

/** What a later delivery added, updated and ended. */
function laterLines({ later }: MigrateReport, lang: Lang): readonly string[] {
  if (later === undefined) return [];
  const { fields, mode, ...counts } = later;
  const list = Object.entries(fields).map(([field, count]) => `${field} ${count}`);
  const changed = list.length === 0 ? say("none", lang) : list.join(" · ");
  const names = { first: "firstMode", supplement: "supplementMode", correction: "correctionMode" };
  const name = names[mode] as "firstMode" | "supplementMode" | "correctionMode";
  const lines = [say("later", lang, { ...counts, mode: say(name, lang), fields: changed })];
  const { ended, stopped, day, withheld } = counts;
  if (ended + stopped > 0) lines.push(say("laterEnded", lang, { ended, stopped, day }));
  if (withheld > 0) lines.push(say("laterWithheld", lang, { withheld }));
  return lines;
}

/** What a workbook of corrections came to. */
function correctionLines({ corrections }: MigrateReport, lang: Lang): readonly string[] {
  if (corrections === undefined) return [];
  const { setAsideAgain: again, sha256: _, ...counts } = corrections;
  return [say("corrected", lang, { again, ...counts })];
}

/** People, registers, money and reasons: what follows the rows. */
export function bodyLines(report: MigrateReport, lang: Lang): readonly string[] {
  return [
    ...matchingLines(report.matching, lang),
    ...peopleLines(report, lang),
    ...moneyLines(report.money, lang),
    ...duplicateLines(report, lang),
    ...reasonLines(report, lang),
  ];
}

/** Every file with where its rows went. */
function rowLines({ files }: MigrateReport, lang: Lang): readonly string[] {
  return [
    say("rows", lang),
    ...tallyTable(
      "file",
      files.map((file) => ({ ...file, name: file.path })),
      lang,
    ),
  ];
}

/** The same by source: the two old schemes, the bureau's own lists, the hospitals' claims. */
export function sourceLines({ files }: MigrateReport, lang: Lang): readonly string[] {
  const sources = (["ncms", "urbmi", "bureau", "hospitals"] as const).map((source) => {
    const ofSource = files.filter((file) => sourceOf(file) === source);
    const total = (key: Counted): number => ofSource.reduce((count, file) => count + file[key], 0);
    const [read, loaded, merged, setAside] = counted.map(total) as [number, number, number, number];
    return { name: say(source, lang), read, loaded, merged, setAside };
  });
  return [say("sourceRows", lang), ...tallyTable("source", sources, lang)];
}

const counted = ["read", "loaded", "merged", "setAside"] as const;
type Counted = (typeof counted)[number];

function sourceOf({ record, source }: FileReport): "ncms" | "urbmi" | "bureau" | "hospitals" {
  if (record === "claim") return "hospitals";
  return source === "ncms" || source === "urbmi" ? source : "bureau";
}

function tallyTable(
  header: "file" | "source",
  lines: readonly (Pick<FileReport, Counted> & { readonly name: string })[],
  lang: Lang,
): readonly string[] {
  const rows = lines.map((line) => [line.name, ...counted.map((key) => String(line[key]))]);
  const totals = counted.map((key) => String(lines.reduce((count, line) => count + line[key], 0)));
  return table([header, ...counted], 1, [...rows, [say("total", lang), ...totals]], lang);
}

function peopleLines(report: MigrateReport, lang: Lang): readonly string[] {
  const subsidy = yuanText(sum(report.subsidies.map((one) => yuan(one.amount))));
  return [
    say("people", lang, {
      people: grouped(report.people),
      schemes: counts(report.schemes, lang),
      twice: grouped(report.enrolledTwice),
    }),
    say("unified", lang, {
      people: grouped(Object.values(report.unified).reduce((total, count) => total + count, 0)),
      classes: counts(report.unified, lang),
      identities: counts(report.identities, lang),
    }),
    say("registers", lang, {
      institutions: report.institutions,
      items: report.catalogueItems,
      subsidy: grouped(subsidy),
    }),
  ];
}

/** One line a kind of money: counties are added up, the JSON keeps them apart. */
function moneyLines(lines: readonly MoneyReportLine[], lang: Lang): readonly string[] {
  const kinds = ["fundBalances", "familyAccounts", "benefitHistory"] as const;
  const rows = kinds.map((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    const total = (key: "read" | "carried" | "repeated" | "setAside" | "residual"): string =>
      exactSum(ofKind.map((line) => line[key]));
    return [
      say(kind, lang),
      total("read"),
      total("carried"),
      total("repeated"),
      total("setAside"),
      total("residual"),
    ];
  });
  const headers = ["kind", "source", "carried", "repeatedMoney", "setAside", "residual"] as const;
  return [say("money", lang), ...table(headers, 1, rows, lang)];
}

function reasonLines(report: MigrateReport, lang: Lang): readonly string[] {
  const reasons = countsOf(report.setAside, ["setAside"], lang);
  const findings = countsOf(report.findings, ["finding", "repair"], lang);
  const codes = notAcceptedText(report.notAccepted);
  return [
    say("reasons", lang, { reasons }),
    say("findings", lang, { reasons: findings }),
    codes === "" ? say("accepted", lang) : say("notAccepted", lang, { codes }),
  ];
}

/** Adds amounts in all their places. */
function exactSum(texts: readonly string[]): string {
  return exactText(texts.map((text) => readYuan(text) ?? nothingRead).reduce(addRead, nothingRead));
}
