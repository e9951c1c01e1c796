import { rowText } from "../../domain/row-number.js";
import { differing } from "../../match/differing.js";
import type { MatchStep } from "../../match/explain.js";
import { relationTexts } from "../../text/relations.js";
import { certnoTexts, reviewTexts, type SideColumn, sideColumns } from "../../text/review.js";
import { shortNames } from "../../text/short-names.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import type { ReviewEntry, ReviewRecord } from "./review-entry.js";
import { foundText, meaningOf, sayMatch, signed } from "./step-words.js";

/** What a record says, column by column, as a clerk reads it. */
export function recordTexts(
  record: ReviewRecord,
  lang: Lang,
): Readonly<Record<SideColumn, string>> {
  const { row, path, headName, writtenCertno } = record;
  return {
    psnName: row.psnName,
    certno: row.certno || writtenCertno + tell(certnoTexts[row.certnoStatus], lang),
    brdy: row.brdy,
    gend: sexText(row.gend, lang),
    householdNo: row.householdNo,
    headRelation: relationText(row.headRelation, lang),
    headName,
    insuplcAdmdvs: row.insuplcAdmdvs,
    tel: row.tel,
    enrolments: enrolmentTexts(record, lang).join("\n"),
    source: row.source,
    legacyId: row.legacyId,
    place: `${path}:${rowText(row.line)}`,
    psnNo: row.psnNo,
  };
}

function sexText(gend: string, lang: Lang): string {
  if (gend === "1") return say("male", lang);
  return gend === "2" ? say("female", lang) : gend;
}

function relationText(code: string, lang: Lang): string {
  const text = relationTexts[code] ?? relationTexts[code.slice(0, 1)];
  return text === undefined ? code : `${code} ${tell(text, lang)}`;
}

/** Each scheme that the record is in, with its first day. */
function enrolmentTexts({ enrolments }: ReviewRecord, lang: Lang): readonly string[] {
  return enrolments.map(({ insutype, psnInsuStas, psnInsuDate: day }) => {
    const name = shortNames[insutype];
    const scheme = name === undefined ? insutype : tell(name, lang);
    return say(psnInsuStas === "1" ? "since" : "ended", lang, { scheme, day });
  });
}

/** Columns that are held to each other; two sources number their households each in its own way. */
const COMPARED: readonly SideColumn[] = [
  ...(["psnName", "certno", "brdy", "gend", "householdNo"] as const),
  ...(["headRelation", "headName", "insuplcAdmdvs", "tel"] as const),
];

/** How the two texts of a column stand to each other. */
export type Contrast = "equal" | "differs" | "oneSided" | "uncompared";

export function contrastOf(
  column: SideColumn,
  left: Readonly<Record<SideColumn, string>>,
  right: Readonly<Record<SideColumn, string>>,
): Contrast {
  const isOwnNumbering = column === "householdNo" && left.source !== right.source;
  if (!COMPARED.includes(column) || isOwnNumbering) return "uncompared";
  if (left[column] === right[column]) return "equal";
  const isStated = (text: string): boolean => text !== "" && !text.startsWith("(");
  return isStated(left[column]) && isStated(right[column]) ? "differs" : "oneSided";
}

/**
 * What differs between the records of a pair, column by column, down to the characters; last what
 * only one of them states.
 */
export function differenceTexts(
  left: Readonly<Record<SideColumn, string>>,
  right: Readonly<Record<SideColumn, string>>,
  lang: Lang,
): readonly string[] {
  const label = (column: SideColumn): string => tell(sideColumns[column], lang);
  const of = (contrast: Contrast): readonly SideColumn[] =>
    COMPARED.filter((column) => contrastOf(column, left, right) === contrast);
  const oneSided = of("oneSided").map(label);
  const fields = oneSided.join(lang === "zh" ? "、" : ", ");
  return [
    ...of("differs").map((column) => {
      return `${label(column)} ${contrastText(column, left[column], right[column], lang)}`;
    }),
    ...(oneSided.length === 0 ? [] : [say("oneSided", lang, { fields })]),
  ];
}

/** More pieces than this say no more than that the texts are others. */
const MOST_PIECES = 4;

function contrastText(column: SideColumn, left: string, right: string, lang: Lang): string {
  if (column === "gend" || column === "headRelation") return `${left}/${right}`;
  const { pieces, left: places } = differing(left, right);
  const isWhole = places.length === [...left].length;
  if (isWhole || pieces.length > MOST_PIECES) return say("wholly", lang);
  const unit = column === "psnName" || column === "headName" ? "character" : "digit";
  return pieces
    .map(({ at, ...piece }) => {
      const where = say(unit, lang, { place: at + 1 });
      if (piece.right === "") return say("onlyLeft", lang, { where, text: piece.left });
      if (piece.left === "") return say("onlyRight", lang, { where, text: piece.right });
      return say("piece", lang, { where, ...piece });
    })
    .join(lang === "zh" ? "、" : ", ");
}

/** What each field says of a pair, how near the records are, and all of it together. */
export function weightTexts({ pair, steps: known }: ReviewEntry, lang: Lang): readonly string[] {
  if (known === undefined) return [];
  const { nearBy, prior, steps } = known;
  const fields = nearBy.map((name) => fieldText(name, lang)).join(" + ");
  const where = nearBy.length === 0 ? "stranger" : "near";
  const stated = steps.reduce((total, step) => total + step.weight, prior);
  const sum = Math.log2(pair.probability / (1 - pair.probability));
  // What is left is how rare the common values are: it was not kept value by value.
  const rarity = Number.isFinite(sum) ? sum - stated : 0;
  return [
    say("nearness", lang, { where: sayMatch(where, lang, { fields }), weight: signed(prior) }),
    ...steps.map((step) => stepText(step, lang)),
    ...(Math.abs(rarity) < 0.05 ? [] : [say("rarity", lang, { weight: signed(rarity) })]),
    say("sum", lang, { weight: signed(stated + rarity) }),
  ];
}

function stepText(step: MatchStep, lang: Lang): string {
  const field = fieldText(step.field, lang);
  const found = foundText(step, lang);
  const meaning = meaningOf(step, lang);
  return say("finding", lang, { field, found, weight: signed(step.weight), meaning });
}

/** What the fields of the shipped rules are called; others have the name that the rules give. */
const FIELDS: Readonly<Record<string, SideColumn>> = {
  name: "psnName",
  certno: "certno",
  birth: "brdy",
  sex: "gend",
  household: "householdNo",
  phone: "tel",
  head: "headName",
  village: "insuplcAdmdvs",
};

function fieldText(name: string, lang: Lang): string {
  const column = FIELDS[name];
  return column === undefined ? name : tell(sideColumns[column], lang);
}

function say(name: keyof typeof reviewTexts, lang: Lang, values: Values = {}): string {
  return tell(reviewTexts[name], lang, values);
}
