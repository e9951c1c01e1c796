import { parseDocument } from "../../io/yaml.js";
import { type LevelSteps, levelSteps } from "../../match/level-steps.js";
import { type MatchSpec, parseSpec } from "../../match/spec.js";
import type { Weights } from "../../match/weights.js";
import { parseWeights } from "../../match/weights-file.js";
import type { WaitingPair } from "../../store/port/decisions.js";
import type { RunInput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";

interface Model {
  readonly spec: MatchSpec;
  readonly weights: Weights;
}

/** The spec and weights by which runs matched their people, each read from the archive once. */
export class WeightsOfRuns {
  private readonly models = new Map<number, Model | undefined>();

  constructor(private readonly store: Store) {}

  /** What each field says of a pair; nothing where the program of today cannot read the weights. */
  async stepsOf({ runId, levels }: WaitingPair): Promise<LevelSteps | undefined> {
    if (!this.models.has(runId)) this.models.set(runId, await this.modelOf(runId));
    const model = this.models.get(runId);
    return model === undefined ? undefined : levelSteps(levels, model.spec, model.weights);
  }

  private async modelOf(runId: number): Promise<Model | undefined> {
    const inputs = await this.store.runs.inputs(runId);
    const spec = inputs.find(({ role, path }) => role === "match" && path.endsWith("/people.yaml"));
    const weights = inputs.find(({ role }) => role === "weights");
    const [specText, weightsText] = [await this.archived(spec), await this.archived(weights)];
    if (specText === undefined || weightsText === undefined) return undefined;
    const read = parseSpec(spec?.path ?? "", specText);
    const { trained, fits } = parseWeights(weights?.path ?? "", weightsText, read.spec);
    return fits ? { spec: read.spec, weights: trained.weights } : undefined;
  }

  private async archived(input: RunInput | undefined) {
    if (input === undefined) return undefined;
    const text = await this.store.runs.archived(input.sha256);
    return text === undefined ? undefined : parseDocument(input.path, text).document;
  }
}
