import { join } from "node:path";
import type { Origin } from "../../domain/records.js";
import { decode } from "../../io/gb18030.js";
import { rawLine } from "../../io/lines.js";
import type { Store } from "../../store/store.js";

const PAGE = 2_000;

/**
 * Keeps the text of rows that were set aside after they had been read (matching, unifying): it is
 * read once more from its place in the file, while the delivery is still there.
 */
export async function keepTexts(store: Store, runId: number, folder: string): Promise<void> {
  for (let after: Origin = { fileId: 0, line: 0 }; ; ) {
    const places = await store.intake.setAsideWithoutText(runId, after, PAGE);
    const rows: (Origin & { readonly raw: string })[] = [];
    for (const { fileId, line, path, offset, length } of places) {
      const bytes = await rawLine(join(folder, path), offset, length);
      rows.push({ fileId, line, raw: decode(bytes) });
    }
    await store.intake.keepText(rows);
    const last = places.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
