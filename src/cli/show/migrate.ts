import {
  addRead,
  exactText,
  nothingRead,
  readYuan,
  sum,
  yuan,
  yuanText,
} from "../../domain/money.js";
import type { FileReport, MigrateReport, MoneyReportLine } from "../../jobs/migrate/report.js";
import type { Lang } from "../../text/tell.js";
import { grouped } from "../render.js";
import { counts, countsOf, fileLines, notAcceptedText, say, table } from "./words.js";

/** What a delivery came to, on one screen. */
export function migrateLines(report: MigrateReport, lang: Lang): readonly string[] {
  const { delivery, runId: run } = report;
  const heads = [say("delivery", lang, { delivery, run })];
  if (report.isDry) heads.push(say("dry", lang));
  if (report.isRepeated) heads.push(say("repeated", lang, { run }));
  return [
    ...heads,
    ...rowLines(report, lang),
    ...peopleLines(report, lang),
    ...moneyLines(report.money, lang),
    ...reasonLines(report, lang),
    ...(report.outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(report.outputs, lang),
  ];
}

export function rowLines({ files }: MigrateReport, lang: Lang): readonly string[] {
  const cells = ({ path, read, loaded, merged, setAside }: FileReport): readonly string[] => [
    path,
    ...[read, loaded, merged, setAside].map(String),
  ];
  const total = (key: "read" | "loaded" | "merged" | "setAside"): string =>
    String(files.reduce((count, file) => count + file[key], 0));
  const last = [
    say("total", lang),
    total("read"),
    total("loaded"),
    total("merged"),
    total("setAside"),
  ];
  const headers = ["file", "read", "loaded", "merged", "setAside"] as const;
  return [say("rows", lang), ...table(headers, 1, [...files.map(cells), last], lang)];
}

export function peopleLines(report: MigrateReport, lang: Lang): readonly string[] {
  const subsidy = yuanText(sum(report.subsidies.map((one) => yuan(one.amount))));
  return [
    say("people", lang, {
      people: grouped(report.people),
      classes: counts(report.unified, lang),
      twice: grouped(report.enrolledTwice),
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
export function moneyLines(lines: readonly MoneyReportLine[], lang: Lang): readonly string[] {
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
