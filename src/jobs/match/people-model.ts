import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { packageRoot, sha256Of } from "../../io/files.js";
import { readTable } from "../../io/table.js";
import { parseDocument, readDocument } from "../../io/yaml.js";
import { Hanzi, type HanziTables } from "../../match/hanzi.js";
import { type MatchSpec, parseSpec } from "../../match/spec.js";
import { parseWeights, type TrainedWeights } from "../../match/weights-file.js";
import type { Store } from "../../store/store.js";
import type { MappingInput } from "../mapping-input.js";
import type { Workspace } from "../workspace.js";
import { HANZI_TABLES, hanziTablesOf } from "./read-spec.js";

/** How people are matched in a workspace, with the files that say so. */
export interface PeopleModel {
  readonly spec: MatchSpec;
  readonly hanzi: Hanzi;
  /** What `hanzi` is made of, for other threads. */
  readonly tables: HanziTables;
  /** The weights that the workspace prescribes, if it does. */
  readonly prescribed?: GivenWeights;
  /** The weights that come with the program, where they fit the spec. */
  readonly shipped?: GivenWeights;
  /** The spec and its tables. */
  readonly inputs: readonly MappingInput[];
}

/** Weights with the file that they stand in. */
export interface GivenWeights {
  readonly trained: TrainedWeights;
  readonly input: MappingInput;
}

const SPEC = "people.yaml";
const PRESCRIBED = "weights.yaml";
const SHIPPED = "default-weights.yaml";

/**
 * Reads the comparison model of a workspace: the spec, the tables of characters, and the weights
 * that it prescribes (`mappings/match/weights.yaml`). What a workspace made by an earlier version
 * does not have is taken as shipped. A file that is wrong is refused with all its problems.
 */
export async function readPeopleModel({ mappings }: Workspace): Promise<PeopleModel> {
  const specFile = await read(mappings, SPEC, "match");
  const { spec, problems } = parseSpec(specFile.path, specFile.document);
  if (problems.length > 0) throw new Refusal("files-wrong", { found: specFile.path }, problems);
  const files = await Promise.all(HANZI_TABLES.map((name) => readHanziTable(mappings, name)));
  const tables = hanziTablesOf(files.map(({ rows }) => rows));
  const prescribed = existsSync(join(mappings, "match", PRESCRIBED))
    ? await weightsOf(mappings, PRESCRIBED, spec)
    : undefined;
  if (prescribed?.fits === false) {
    throw new Refusal("weights-differ", { found: prescribed.input.path });
  }
  const shipped = existsSync(placeOf(mappings, SHIPPED))
    ? await weightsOf(mappings, SHIPPED, spec)
    : undefined;
  return {
    spec,
    hanzi: new Hanzi(tables),
    tables,
    inputs: [specFile.input, ...files.map(({ input }) => input)],
    ...(prescribed === undefined ? {} : { prescribed }),
    ...(shipped?.fits === true ? { shipped } : {}),
  };
}

/** The path under which a run names the weights that it learnt. */
export const LEARNT = "learnt-weights.yaml";

/** The weights that the latest run to learn any has learnt, where they fit the spec of today. */
export async function learntBefore(
  store: Store,
  spec: MatchSpec,
): Promise<GivenWeights | undefined> {
  const runs = (await store.runs.list()).filter(({ kind, state }) => {
    return state === "done" && kind.startsWith("migrate");
  });
  for (const { runId } of runs.toReversed()) {
    const inputs = await store.runs.inputs(runId);
    const input = inputs.find(({ role, path }) => role === "weights" && path === LEARNT);
    const text = input === undefined ? undefined : await store.runs.archived(input.sha256);
    if (input === undefined || text === undefined) continue;
    const { document } = parseDocument(LEARNT, text);
    if (document === undefined) continue;
    const { trained, fits, problems } = parseWeights(LEARNT, document, spec);
    if (fits && problems.length === 0) return { trained, input: { ...input, text } };
  }
  return undefined;
}

async function weightsOf(mappings: string, name: string, spec: MatchSpec) {
  const { path, document, input } = await read(mappings, name, "weights");
  const { trained, fits, problems } = parseWeights(path, document, spec);
  if (problems.length > 0) throw new Refusal("files-wrong", { found: path }, problems);
  return { trained, fits, input };
}

async function read(mappings: string, name: string, role: "match" | "weights") {
  const place = placeOf(mappings, name);
  const path = `mappings/match/${name}`;
  const { document, problems, sha256, text } = await readDocument(place, path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const input: MappingInput = { role, path, sha256, text };
  return { path, document, input };
}

async function readHanziTable(mappings: string, name: string) {
  const file = `${name}.csv`;
  const place = placeOf(mappings, file);
  const { rows, text } = await readTable(place);
  const sha256 = await sha256Of(place);
  const input: MappingInput = { role: "match", path: `mappings/match/${file}`, sha256, text };
  return { rows, input };
}

/** The file of the workspace, or the shipped one. */
function placeOf(mappings: string, name: string): string {
  const own = join(mappings, "match", name);
  return existsSync(own) ? own : join(packageRoot(), "mappings/match", name);
}
