import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { DeliveredPlace } from "../../domain/delivered-place.js";
import type { Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import { type Candidate, chooseLayout } from "../../inspect/choose-layout.js";
import {
  type AssignedFile,
  type DraftedManifest,
  manifestText,
  type OpenFile,
} from "../../inspect/manifest-text.js";
import { listEntries, withPlainFile } from "../../io/archive.js";
import { kindOf } from "../../io/file-kind.js";
import { listFiles, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { Layout } from "../../migrate/layout.js";
import { manifestTexts } from "../../text/manifest-draft.js";
import { type Lang, tell } from "../../text/tell.js";
import type { Mappings } from "../mappings.js";
import { MANIFEST } from "../migrate/read-delivery.js";
import type { Workspace } from "../workspace.js";
import { agreementsIn } from "./agreements-in.js";
import { countFile } from "./count-file.js";
import { type FirstRows, firstRowsOf, fitLayout } from "./fit-layout.js";
import { readableBy } from "./readable.js";
import { soundLayouts } from "./sound-layouts.js";

export interface ManifestQuestion {
  readonly folder: string;
  readonly workspace: Workspace;
  readonly month: Month;
  /** Without one, the folder and the month. */
  readonly title?: string | undefined;
  /** Without one, `delivery.yaml` in the folder. */
  readonly out?: string | undefined;
}

/** What was drafted, and where it was written. */
export interface ManifestReport extends DraftedManifest {
  readonly path: string;
}

/**
 * Drafts the manifest of a folder of delivered files: for each file the layout of the workspace
 * that fits it, its rows and its money, counted as a migration counts them. What fits none or
 * several is named and left open. Refuses to write over a file.
 */
export async function draftManifest(question: ManifestQuestion): Promise<ManifestReport> {
  const { folder, workspace, month } = question;
  const path = question.out ?? join(folder, MANIFEST);
  if (existsSync(path)) throw new Refusal("file-exists", { found: path });
  if (!existsSync(folder)) throw new Refusal("file-missing", { found: folder });
  const { mappings, wrong } = await soundLayouts(workspace.mappings);
  const drafting = new Drafting(folder, mappings, workspace.lang);
  const agreements = await agreementsIn(folder);
  for (const file of await listFiles(folder)) {
    const isOurs =
      file === MANIFEST || file === agreements || resolve(folder, file) === resolve(path);
    if (!isOurs && !isLeftBehind(file)) await drafting.takeFile(file);
  }
  const values = { folder: basename(resolve(folder)), month };
  const title = question.title ?? tell(manifestTexts.title, workspace.lang, values);
  const { assigned, open, twice } = drafting;
  const { region } = workspace;
  const draft = { title, region, month, agreements, assigned, open, twice, wrong };
  await writeFileAtomic(path, manifestText(draft, workspace.lang));
  return { ...draft, path };
}

/** What stands beside a DBF: its long texts, which are read with it, and its indexes. */
const OF_DBF = /\.(fpt|dbt|cdx|idx|mdx|ndx)$/i;

/** Locks and leavings of Office, macOS and Windows. */
function isLeftBehind(file: string): boolean {
  const isOfMac = file.startsWith("__MACOSX/");
  return isOfMac || /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/.test(basename(file)) || OF_DBF.test(file);
}

/** The files of a folder on their way into the draft, one after another. */
class Drafting {
  readonly assigned: AssignedFile[] = [];
  readonly open: OpenFile[] = [];
  readonly twice: { readonly file: DeliveredPlace; readonly first: DeliveredPlace }[] = [];
  private readonly byContent = new Map<string, DeliveredPlace>();
  private readonly households = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly mappings: Mappings,
    private readonly lang: Lang,
  ) {}

  /** A file of the folder; of a ZIP file every file in it. */
  async takeFile(path: string): Promise<void> {
    const entries = await this.orOpen({ path }, () => listEntries(join(this.folder, path)));
    if (entries === "open") return;
    const isZip = entries !== undefined && (await kindOf(join(this.folder, path))) === "zip";
    if (!isZip) return this.take({ path });
    const names = entries.map(({ name }) => name);
    for (const entry of names) if (!isLeftBehind(entry)) await this.take({ path, entry });
  }

  private async take(place: DeliveredPlace): Promise<void> {
    const path = join(this.folder, place.path);
    await this.orOpen(place, () =>
      withPlainFile(path, place.entry, async (plain) => {
        const sha256 = await sha256Of(plain);
        const first = this.byContent.get(sha256);
        if (first !== undefined) {
          this.twice.push({ file: place, first });
          return;
        }
        this.byContent.set(sha256, place);
        await this.assign(place, plain);
      }),
    );
  }

  /** What refuses to be read is named with its reason, and the next file is looked at. */
  private async orOpen<Result>(
    place: DeliveredPlace,
    work: () => Promise<Result>,
  ): Promise<Result | "open"> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const choice = { kind: "open", why: "unread", nearest: [] } as const;
      this.open.push({ ...place, choice, reason: error.reason(this.lang) });
      return "open";
    }
  }

  private async assign(place: DeliveredPlace, path: string): Promise<void> {
    const { layouts, crosswalks } = this.mappings;
    const candidates: Candidate[] = [];
    const heads = new Map<string, FirstRows | undefined>();
    for (const layout of await readableBy(path, [...layouts.values()])) {
      const head = await firstRows(path, layout, heads);
      if (head !== undefined) candidates.push(fitLayout(layout, head, crosswalks));
    }
    const choice = chooseLayout(candidates);
    if (choice.kind === "open") {
      this.open.push({ ...place, choice });
      return;
    }
    const layout = layouts.get(choice.layout);
    if (layout === undefined) return;
    const counted = await countFile(path, layout, crosswalks, this.households);
    this.assigned.push({ ...place, choice, given: layout.given, ...counted });
  }
}

/** Layouts of one format share what was read; a file that their reader refuses has no rows. */
async function firstRows(
  path: string,
  layout: Layout,
  heads: Map<string, FirstRows | undefined>,
): Promise<FirstRows | undefined> {
  const format = JSON.stringify(layout.format);
  if (!heads.has(format)) heads.set(format, await readFirst(path, layout));
  return heads.get(format);
}

async function readFirst(path: string, layout: Layout): Promise<FirstRows | undefined> {
  try {
    return await firstRowsOf(path, layout);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
