import { assumedValues, changeDays } from "../policy/dated.js";
import type { PolicyValue } from "../policy/pack.js";
import { readLaw } from "./law.js";
import type { Workspace } from "./workspace.js";

export interface PolicyReport {
  readonly region: string;
  readonly parameters: number;
  readonly values: number;
  /** Days on which something in the law changes. */
  readonly changeDays: readonly string[];
  readonly assumed: readonly PolicyValue[];
}

/** Checks the policy files of the workspace's region; refuses with every problem and its line. */
export async function checkPolicy(workspace: Workspace): Promise<PolicyReport> {
  const { pack } = await readLaw(workspace);
  return {
    region: pack.region,
    parameters: pack.parameters.length,
    values: pack.values.length,
    changeDays: changeDays(pack),
    assumed: assumedValues(pack),
  };
}
