import type { Amounts } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import type { Header } from "../../settle/fee-lines.js";
import type { Part } from "../../settle/settle-parts.js";

/** A claim that can be settled: all that the kernel asks but the years before it. */
export interface Ready {
  /** The bill, or the parts of a stay that the law cuts at New Year or on the switch day. */
  readonly parts: readonly [Part, ...Part[]];
  /** What the window paid: it binds for the bill as a whole. */
  readonly posted?: Amounts;
  readonly pack: Pack;
  /** What fee lines made of a bill that stated no parts. */
  readonly header?: Header;
}
