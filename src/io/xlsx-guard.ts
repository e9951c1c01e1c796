import { damaged } from "./damaged.js";
import { zipBytes, zipEntries } from "./zip.js";

/** How much a workbook may come to when it is unpacked. */
export interface WorkbookLimits {
  readonly bytes: number;
  readonly cells: number;
  readonly parts: number;
}

/** A list of 200,000 people with 25 columns; what is larger is exported as text. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 400 * 1024 * 1024,
  cells: 5_000_000,
  parts: 1_000,
};

/**
 * Looks through an XLSX file before anything parses it: every part is unpacked once and dropped,
 * its checksum is held to, and what comes out is counted. Refuses as `file-damaged` what is too
 * large, whatever it states of itself, and an XML part with definitions of its own (`<!DOCTYPE`),
 * by which a few lines unfold to gigabytes; no workbook has them.
 */
export async function checkXlsx(path: string, limits = WORKBOOK_LIMITS): Promise<void> {
  const entries = await zipEntries(path);
  const stated = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  refuseOver(path, stated, limits.bytes);
  refuseOver(path, entries.length, limits.parts);
  let bytes = 0;
  let cells = 0;
  for (const { name } of entries) {
    let last: Buffer = Buffer.alloc(0);
    for await (const piece of zipBytes(path, name)) {
      bytes += piece.length;
      refuseOver(path, bytes, limits.bytes);
      const joined = Buffer.concat([last, piece]);
      const definition = DEFINITIONS.find((one) => joined.includes(one));
      if (definition !== undefined && /\.(xml|rels|vml)$/i.test(name)) {
        throw damaged(path, "markup", { found: definition });
      }
      if (/(^|\/)worksheets\//.test(name)) cells += cellsIn(joined, last.length);
      refuseOver(path, cells, limits.cells);
      last = piece.subarray(-OVERLAP);
    }
  }
}

const DEFINITIONS = ["<!DOCTYPE", "<!ENTITY"];
/** So much of the piece before is kept, for what stands across two. */
const OVERLAP = 16;

/** The cells whose opening tags end behind `from`: `<c …>`, with a prefix or without. */
function cellsIn(xml: Buffer, from: number): number {
  let count = 0;
  for (let at = xml.indexOf("c"); at !== -1; at = xml.indexOf("c", at + 1)) {
    const isOpened = xml[at - 1] === LESS || xml[at - 1] === COLON;
    const isEnded = at + 1 >= from && ENDS.has(xml[at + 1] ?? 0);
    if (isOpened && isEnded) count += 1;
  }
  return count;
}

const LESS = 0x3c;
const COLON = 0x3a;
const ENDS = new Set([0x09, 0x0a, 0x0d, 0x20, 0x2f, 0x3e]);

function refuseOver(path: string, found: number, expected: number): void {
  if (found > expected) throw damaged(path, "tooLarge", { found, expected });
}
