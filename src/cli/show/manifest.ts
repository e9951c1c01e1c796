import { shownPlace } from "../../domain/delivered-place.js";
import type { ManifestReport } from "../../jobs/manifest/draft-manifest.js";
import { manifestLines, manifestTexts } from "../../text/manifest-draft.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";

/** What was drafted: the files with their layouts, and those that a person has to decide. */
export function manifestScreen(
  report: ManifestReport,
  folder: string,
  lang: Lang,
): readonly string[] {
  const { assigned, open, twice, path } = report;
  const say = (name: keyof typeof manifestLines, values: Values = {}): string =>
    tell(manifestLines[name], lang, values);
  const counts = { path, assigned: assigned.length, open: open.length, twice: twice.length };
  return [
    ...fileTable(report, say),
    ...open.flatMap((file) => openLines(file, lang)),
    ...twice.map(({ file, first }) => {
      const values = { file: shownPlace(file), other: shownPlace(first) };
      return tell(manifestTexts.same, lang, values);
    }),
    say("written", counts),
    say("next", { folder }),
  ];
}

type Say = (name: keyof typeof manifestLines, values?: Values) => string;

function fileTable({ assigned }: ManifestReport, say: Say): readonly string[] {
  if (assigned.length === 0) return [];
  const columns = (["file", "layout", "rows", "by"] as const).map((name) => {
    return { header: say(name), isNumber: name === "rows" };
  });
  const rows = assigned.map(({ choice, rows: count, ...place }) => {
    return [shownPlace(place), choice.layout, grouped(count), say(choice.by)];
  });
  return tableLines(columns, rows).map((line) => `  ${line}`);
}

/** A file that was not assigned, and the layouts that come closest. */
function openLines(file: ManifestReport["open"][number], lang: Lang): readonly string[] {
  const { choice, reason = "" } = file;
  const names = { none: "openNone", several: "openSeveral", unread: "openUnread" } as const;
  const values = { file: shownPlace(file), reason };
  return [
    tell(manifestTexts[names[choice.why]], lang, values),
    ...choice.nearest.map(({ layout, found, expected }) => {
      return `  ${tell(manifestTexts.nearest, lang, { layout, found, expected })}`;
    }),
  ];
}
