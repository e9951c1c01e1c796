/** How one layout fits one file. */
export interface Candidate {
  readonly layout: string;
  /** The header is the one that the layout names, to the letter. */
  readonly isNamed: boolean;
  /** Its columns stand in the file: by name, or as many as the layout has. */
  readonly isWhole: boolean;
  /** For a person: what was found and what was expected (`8 columns, 11 expected`). */
  readonly found: number;
  readonly expected: number;
  /** Of the sampled rows, those that nothing would set aside (0 … 1). */
  readonly sound: number;
  /** Columns whose values could only be read because they are what the layout says. */
  readonly evidence: number;
}

/** What became of a file. */
export type Choice =
  | {
      readonly kind: "assigned";
      readonly by: "header" | "values";
      readonly layout: string;
      /** Others that would read it as well, though with less to speak for them. */
      readonly rivals: readonly string[];
    }
  | {
      readonly kind: "open";
      readonly why: "none" | "several" | "unread";
      readonly nearest: readonly Candidate[];
    };

/** Fewer sound rows than this speak against a layout. */
const LEAST_SOUND = 0.5;

/**
 * Chooses the layout of a file. A header settles it, unless two layouts have the same one: then
 * the values decide, as they do without a header. Where they do not speak clearly for one layout,
 * the file stays open, with the nearest ones: nothing is guessed.
 */
export function chooseLayout(candidates: readonly Candidate[]): Choice {
  const named = candidates.filter((one) => one.isNamed);
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    return { kind: "assigned", by: "header", layout: only.layout, rivals: [] };
  }
  const fitting = named.length > 0 ? named : candidates.filter((one) => one.isWhole);
  const ranked = fitting.filter((one) => one.sound >= LEAST_SOUND).sort(byEvidence);
  const [best, second] = ranked;
  if (best === undefined || best.evidence === 0) {
    return { kind: "open", why: "none", nearest: nearest(candidates) };
  }
  const isClear = second === undefined || second.evidence < best.evidence;
  if (!isClear) return { kind: "open", why: "several", nearest: ranked };
  const rivals = ranked.slice(1).map((one) => one.layout);
  return { kind: "assigned", by: "values", layout: best.layout, rivals };
}

function byEvidence(left: Candidate, right: Candidate): number {
  return right.evidence - left.evidence || right.sound - left.sound;
}

/** The three that come closest, for a person to look at. */
function nearest(candidates: readonly Candidate[]): readonly Candidate[] {
  const share = ({ found, expected }: Candidate): number =>
    Math.min(found, expected) / Math.max(found, expected, 1);
  return [...candidates]
    .filter((one) => share(one) >= 0.3)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || share(b) - share(a))
    .slice(0, 3);
}
