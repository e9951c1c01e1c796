import { openTable } from "../../io/open-table.js";
import type { SetAsideRow } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { IntakeResult } from "./intake.js";
import { inPages, rowsAt } from "./rows-at.js";
import type { PlainPaths } from "./unpacked.js";

const PAGE = 2_000;

/**
 * Keeps the text of rows that were set aside after they had been read (matching, unifying): their
 * file is read once more, while the delivery is still there, so that the text is the one that the
 * reader made of the row, whatever the format.
 */
export async function keepTexts(
  store: Store,
  pathOf: PlainPaths,
  files: readonly IntakeResult[],
): Promise<void> {
  for (const { fileId, path, layout } of files) {
    const lines = inPages(async (after) =>
      (await store.intake.setAsideWithoutText(fileId, after, PAGE)).map((line) => ({ line })),
    );
    const open = () => openTable(pathOf(path), layout.format);
    let kept: SetAsideRow[] = [];
    for await (const { place, row } of rowsAt(open, lines)) {
      // A text of its own: the row's is a piece of its whole batch, which would stay with it.
      kept.push({ fileId, line: place.line, raw: Buffer.from(row.text).toString() });
      if (kept.length < PAGE) continue;
      await store.intake.keepText(kept);
      kept = [];
    }
    await store.intake.keepText(kept);
  }
}
