import type { Pack } from "../policy/pack.js";
import type { Store } from "../store/store.js";
import { archivedLaw } from "./law.js";

/** The laws of settlements from the archive, each read once. */
export class ArchivedLaws {
  private readonly packs = new Map<string, Pack>();

  constructor(private readonly store: Store) {}

  async of(policy: string): Promise<Pack> {
    const known = this.packs.get(policy);
    if (known !== undefined) return known;
    const pack = await archivedLaw(this.store, policy);
    this.packs.set(policy, pack);
    return pack;
  }
}
