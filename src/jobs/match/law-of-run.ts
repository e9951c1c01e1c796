import { readMonth } from "../../domain/period.js";
import { parseDocument } from "../../io/yaml.js";
import type { Pack } from "../../policy/pack.js";
import { type PolicyFile, parsePack } from "../../policy/parse.js";
import type { Store } from "../../store/store.js";
import type { CoverageLaw } from "../../unify/coverage.js";
import { coverageLaw, lawOfMonth } from "../coverage-law.js";
import type { Job } from "../job.js";
import { readLaw } from "../law.js";
import { personRulesOf } from "./person-rules.js";

/** The law under which runs loaded their people, each read once. */
export class LawOfRuns {
  private readonly laws = new Map<number, CoverageLaw>();

  constructor(private readonly job: Pick<Job, "store" | "workspace">) {}

  /**
   * What the law said about coverage when a run loaded people: from the archive, so that records
   * made again are the same as they were made. A law that the program of today cannot read any more
   * is that of the workspace.
   */
  async of(runId: number): Promise<CoverageLaw> {
    const known = this.laws.get(runId);
    if (known !== undefined) return known;
    const { store, workspace } = this.job;
    const month = await monthOf(store, runId);
    const archived = await archivedPack(store, runId, workspace.region);
    const pack = archived ?? (await readLaw(workspace)).pack;
    const { duplicates } = await personRulesOf(store, runId, workspace.mappings);
    const law = coverageLaw(pack, lawOfMonth(pack, month), duplicates);
    this.laws.set(runId, law);
    return law;
  }
}

/** The month of the delivery that a run loaded, from its archived manifest. */
async function monthOf(store: Store, runId: number) {
  for (const { role, path, sha256 } of await store.runs.inputs(runId)) {
    if (role !== "manifest") continue;
    const { document } = parseDocument(path, (await store.runs.archived(sha256)) ?? "");
    if (document?.kind !== "map") continue;
    const month = document.entries.find((entry) => entry.key === "month")?.value;
    const read = month?.kind === "text" ? readMonth(month.text) : undefined;
    if (read !== undefined) return read;
  }
  throw new Error(`run ${runId} has no manifest with a month`);
}

/** Laws by the hashes of their files: what a hash names never changes, so each is read once. */
const packs = new Map<string, Pack>();

async function archivedPack(
  store: Store,
  runId: number,
  region: string,
): Promise<Pack | undefined> {
  const inputs = (await store.runs.inputs(runId)).filter((one) => one.role === "policy");
  const key = JSON.stringify([region, ...inputs.map(({ path, sha256 }) => `${path} ${sha256}`)]);
  const known = packs.get(key);
  if (known !== undefined) return known;
  const files: PolicyFile[] = [];
  for (const { path, sha256 } of inputs) {
    const { document } = parseDocument(path, (await store.runs.archived(sha256)) ?? "");
    if (document === undefined) return undefined;
    files.push({ file: path, document });
  }
  const { pack } = parsePack(region, files);
  if (pack !== undefined) packs.set(key, pack);
  return pack;
}
