import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { DocumentNode } from "../../domain/document.js";
import type { Problem } from "../../domain/problem.js";
import { packageRoot } from "../../io/files.js";
import { parseDocument, readDocument } from "../../io/yaml.js";
import { parseSurvivors, type SurvivorRules } from "../../match/survivor-rules.js";
import type { Store } from "../../store/store.js";
import type { DuplicateRules } from "../../unify/duplicate-rules.js";
import { parseDuplicates } from "../../unify/parse-duplicates.js";
import type { MappingInput } from "../mapping-input.js";

/** How one record is made of several, as the mappings say it. */
export interface PersonRules {
  readonly survivors: SurvivorRules;
  readonly duplicates: DuplicateRules;
}

/** The rules with the files that they were read from. */
export interface ReadPersonRules {
  readonly rules: PersonRules;
  readonly problems: readonly Problem[];
  readonly inputs: readonly MappingInput[];
}

const SURVIVORS = "match/survivors.yaml";
const ENROLMENTS = "match/enrolments.yaml";
const NAMES = [SURVIVORS, ENROLMENTS] as const;

/** Reads the rules of a workspace; one that has none of its own uses the shipped ones. */
export async function readPersonRules(mappings: string): Promise<ReadPersonRules> {
  return made(await Promise.all(NAMES.map((name) => readRules(mappings, name))));
}

/** The rules that a run used, from the archive; today's where it was before there were any. */
export async function personRulesOf(
  store: Store,
  runId: number,
  mappings: string,
): Promise<PersonRules> {
  const inputs = await store.runs.inputs(runId);
  const files = await Promise.all(
    NAMES.map(async (name): Promise<RulesFile> => {
      const input = inputs.find(({ role, path }) => role === "match" && path.endsWith(name));
      if (input === undefined) return readRules(mappings, name);
      const text = (await store.runs.archived(input.sha256)) ?? "";
      const read = parseDocument(input.path, text);
      return { file: input.path, ...read, input: { ...input, text } };
    }),
  );
  return made(files).rules;
}

interface RulesFile {
  readonly file: string;
  readonly document?: DocumentNode;
  readonly problems: readonly Problem[];
  readonly input: MappingInput;
}

async function readRules(mappings: string, name: string): Promise<RulesFile> {
  const own = join(mappings, name);
  const isOwn = existsSync(own);
  const path = isOwn ? own : join(packageRoot(), "mappings", name);
  const file = isOwn ? relative(join(mappings, ".."), own) : `mappings/${name}`;
  const { sha256, text, ...read } = await readDocument(path, file);
  return { file, ...read, input: { role: "match", path: file, sha256, text } };
}

/** What cannot be read is made of nothing: whoever reads must look at the problems. */
function made(files: readonly RulesFile[]): ReadPersonRules {
  const [survivors, enrolments] = NAMES.map((_, at) => {
    return { file: files[at]?.file ?? "", document: files[at]?.document ?? NOTHING };
  });
  const people = parseSurvivors(survivors?.file ?? "", survivors?.document ?? NOTHING);
  const duplicates = parseDuplicates(enrolments?.file ?? "", enrolments?.document ?? NOTHING);
  const unread = files.flatMap((one) => one.problems);
  return {
    rules: { survivors: people.rules, duplicates: duplicates.rules },
    problems: unread.length > 0 ? unread : [...people.problems, ...duplicates.problems],
    inputs: files.map((one) => one.input),
  };
}

const NOTHING: DocumentNode = { kind: "map", line: 1, entries: [] };
