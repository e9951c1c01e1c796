import { type DeliveredPlace, shownPlace } from "../domain/delivered-place.js";
import { exactText, type ReadAmount } from "../domain/money.js";
import type { Month } from "../domain/period.js";
import { manifestTexts } from "../text/manifest-draft.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { Choice } from "./choose-layout.js";

export interface AssignedFile extends DeliveredPlace {
  readonly choice: Extract<Choice, { kind: "assigned" }>;
  readonly rows: number;
  /** Fields that its layout leaves to the manifest: what the file does not say of itself. */
  readonly given: readonly string[];
  readonly totals: readonly (readonly [field: string, sum: ReadAmount])[];
}

export interface OpenFile extends DeliveredPlace {
  readonly choice: Extract<Choice, { kind: "open" }>;
  /** Why it cannot be read, where that is the reason. */
  readonly reason?: string;
}

/** All that a drafted manifest says. */
export interface DraftedManifest {
  readonly title: string;
  readonly region: string;
  readonly month: Month;
  /** The file of the hospitals' agreements; empty when there is none. */
  readonly agreements: string;
  readonly assigned: readonly AssignedFile[];
  readonly open: readonly OpenFile[];
  /** Files whose content stands in the folder already. */
  readonly twice: readonly { readonly file: DeliveredPlace; readonly first: DeliveredPlace }[];
  /** Layouts that could not be tried. */
  readonly wrong: readonly string[];
}

/**
 * The text of `delivery.yaml` for a draft. It is not signed: what was computed from the files
 * proves nothing about them, and says so until a person has put in the figures of the paper.
 */
export function manifestText(draft: DraftedManifest, lang: Lang): string {
  const say: Say = (name, values = {}) => tell(manifestTexts[name], lang, values);
  const { title, region, month, agreements } = draft;
  return [
    ...(["head", "computed", "sign"] as const).map((name) => `# ${say(name)}`),
    ...(draft.wrong.length > 0 ? [`# ${say("layouts", { layouts: draft.wrong.join(" ") })}`] : []),
    `title: ${quoted(title)}`,
    `region: ${region}`,
    `month: ${month}`,
    "signed: false",
    ...(agreements === "" ? [] : [`agreements: ${scalar(agreements)}`]),
    draft.assigned.length === 0 ? "files: []" : "files:",
    ...draft.assigned.flatMap((file) => fileLines(file, say)),
    ...openLines(draft.open, say),
    ...twiceLines(draft, say),
    "",
  ].join("\n");
}

type Say = (name: keyof typeof manifestTexts, values?: Values) => string;

function fileLines({ path, entry, choice, rows, given, totals }: AssignedFile, say: Say): string[] {
  const { by, layout, rivals } = choice;
  const told = say(by === "header" ? "byHeader" : "byValues");
  const others = rivals.length === 0 ? "" : say("rivals", { layouts: rivals.join(" ") });
  return [
    `  - path: ${scalar(path)}`,
    ...(entry === undefined ? [] : [`    entry: ${scalar(entry)}`]),
    `    layout: ${scalar(layout)} # ${told}${others}`,
    `    rows: ${rows}`,
    ...(given.length === 0 ? [] : [`    # ${say("given", { constants: constantsText(given) })}`]),
    ...(totals.length === 0 ? [] : ["    totals:"]),
    ...totals.map(([field, sum]) => `      ${field}: ${quoted(exactText(sum))}`),
  ];
}

/** `constants: { insuplc_admdvs: "…" }`, for a person to fill in. */
function constantsText(given: readonly string[]): string {
  return `constants: { ${given.map((field) => `${field}: "…"`).join(", ")} }`;
}

function openLines(open: readonly OpenFile[], say: Say): readonly string[] {
  if (open.length === 0) return [];
  const reasons = { none: "openNone", several: "openSeveral", unread: "openUnread" } as const;
  return [
    `# ${say("open")}`,
    ...open.flatMap(({ choice, reason = "", ...place }) => [
      `#   ${say(reasons[choice.why], { file: shownPlace(place), reason })}`,
      ...choice.nearest.map(({ layout, found, expected }) => {
        return `#     ${say("nearest", { layout, found, expected })}`;
      }),
    ]),
  ].map((line) => line.replace(/[\r\n]+/g, " "));
}

function twiceLines({ twice }: DraftedManifest, say: Say): readonly string[] {
  if (twice.length === 0) return [];
  return [
    `# ${say("twice")}`,
    ...twice.map(({ file, first }) => {
      return `#   ${say("same", { file: shownPlace(file), other: shownPlace(first) })}`;
    }),
  ];
}

/** A text as YAML: plain where nothing in it could mean something else. */
function scalar(text: string): string {
  return /^[\p{Script=Han}A-Za-z\d][\p{Script=Han}\w./-]*$/u.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
