import type { Random } from "../random.js";
import { Schedule } from "../schedule.js";

/**
 * What is wrong with two registers that are to be matched, in 100,000: of the people, or of the
 * rows. Each kind comes by itself, so a row can have several, and no field is clean in all pairs.
 */
export const registerDirt = {
  // of the people
  "cross-scheme": { rate: 6000, of: "people" },
  "same-scheme": { rate: 1000, of: "people" },
  twin: { rate: 900, of: "people" },
  namesake: { rate: 300, of: "people" },
  // of the rows
  "id-missing": { rate: 2000, of: "rows" },
  "id-digit-wrong": { rate: 1000, of: "rows" },
  "id-of-head": { rate: 1500, of: "rows" },
  "name-variant": { rate: 2000, of: "rows" },
  "birth-off": { rate: 1000, of: "rows" },
  "sex-wrong": { rate: 200, of: "rows" },
} as const satisfies Record<string, { rate: number; of: "people" | "rows" }>;

export type RegisterDirt = keyof typeof registerDirt;

/** Says when each kind is due, and counts how often it came. */
export class DirtPlan {
  private readonly schedules: ReadonlyMap<RegisterDirt, Schedule<RegisterDirt>>;
  private readonly counts = new Map<RegisterDirt, number>();

  constructor(random: Random, people: number) {
    const kinds = Object.keys(registerDirt) as RegisterDirt[];
    this.schedules = new Map(
      kinds.map((kind) => {
        // Twins come two at a time.
        const rate = registerDirt[kind].rate / (kind === "twin" ? 2 : 1);
        const rates = { [kind]: rate } as Record<RegisterDirt, number>;
        return [kind, new Schedule(random.fork(kind), rates, people)];
      }),
    );
  }

  /**
   * Whether a kind befalls the next person or row; one that does not fit waits for one that does.
   */
  befalls(kind: RegisterDirt, fits = true): boolean {
    const isDue = this.schedules.get(kind)?.next(() => fits) === kind;
    if (isDue) this.counts.set(kind, this.count(kind) + (kind === "twin" ? 2 : 1));
    return isDue;
  }

  count(kind: RegisterDirt): number {
    return this.counts.get(kind) ?? 0;
  }
}
