import type { Names } from "./names.js";
import type { Parameter, Period } from "./pack.js";

/** What the files of a pack say together. */
export interface PackQuestion {
  readonly names: Names;
  readonly parameters: readonly Parameter[];
  readonly periods: readonly Period[];
  /** `identities minLiving`: names that some file uses. */
  readonly used: ReadonlySet<string>;
}
