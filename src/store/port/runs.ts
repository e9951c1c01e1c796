/** A run as the journal keeps it. */
export interface Run {
  readonly runId: number;
  readonly kind: string;
  readonly subject: string;
  readonly state: "running" | "done" | "refused" | "abandoned";
  readonly operator: string;
  readonly systemUser: string;
  readonly process: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Counts and totals as JSON; empty while it runs. */
  readonly report: string;
  /** Where the delivery lay, seen from the workspace; empty for other runs. */
  readonly folder: string;
}

export type NewRun = Pick<
  Run,
  "kind" | "subject" | "operator" | "systemUser" | "process" | "startedAt"
> & { readonly folder?: string };

export interface RunInput {
  readonly role:
    | "manifest"
    | "source"
    | "layout"
    | "codes"
    | "rules"
    | "policy"
    | "agreement"
    | "corrections"
    | "match"
    | "weights"
    | "review";
  readonly path: string;
  readonly sha256: string;
}

export interface RunOutput {
  readonly path: string;
  readonly sha256: string;
  readonly isPrivate: boolean;
}

/** The journal of runs and the archive of the files that they used. */
export interface RunStore {
  start(run: NewRun): Promise<number>;
  end(runId: number, state: Run["state"], report: string, endedAt: string): Promise<void>;
  running(): Promise<Run | undefined>;
  /** The newest finished run of a kind on a subject. */
  lastDone(kind: string, subject: string): Promise<Run | undefined>;
  list(): Promise<readonly Run[]>;
  get(runId: number): Promise<Run | undefined>;
  inputs(runId: number): Promise<readonly RunInput[]>;
  outputs(runId: number): Promise<readonly RunOutput[]>;
  addInputs(runId: number, inputs: readonly RunInput[]): Promise<void>;
  setOutputs(runId: number, outputs: readonly RunOutput[]): Promise<void>;
  /** Keeps a text under its hash, once. */
  archive(sha256: string, content: string): Promise<void>;
  archived(sha256: string): Promise<string | undefined>;
}
