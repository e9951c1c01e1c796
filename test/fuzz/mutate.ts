import { Random } from "../../src/sample/random.js";

/** What was done to the bytes, in words, so that a failure can be understood. */
export interface Mutated {
  readonly bytes: Buffer;
  readonly how: string;
}

/** Bytes that mean something to one format or the other. */
const TELLING = [
  0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x22, 0x26, 0x2a, 0x2c, 0x3d, 0x5c, 0x7c, 0x81, 0xff,
];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Mutated;

const mutations: readonly Mutation[] = [
  function flipped(bytes, random) {
    const changed = Buffer.from(bytes);
    const count = random.between(1, 8);
    for (let done = 0; done < count && changed.length > 0; done++) {
      const place = random.below(changed.length);
      changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8));
    }
    return { bytes: changed, how: `${count} bits flipped` };
  },
  function toldOtherwise(bytes, random) {
    const changed = Buffer.from(bytes);
    const count = random.between(1, 8);
    for (let done = 0; done < count && changed.length > 0; done++) {
      changed[random.below(changed.length)] = random.pick(TELLING);
    }
    return { bytes: changed, how: `${count} bytes put in` };
  },
  function headFlipped(bytes, random) {
    const changed = Buffer.from(bytes);
    const reach = Math.min(64, changed.length);
    for (let done = 0; done < 4 && reach > 0; done++) {
      changed[random.below(reach)] = random.below(256);
    }
    return { bytes: changed, how: "the first 64 bytes disturbed" };
  },
  function cut(bytes, random) {
    const { from, to } = stretch(bytes, random);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    return { bytes: rest, how: `${from} to ${to} cut out` };
  },
  function doubled(bytes, random) {
    const { from, to } = stretch(bytes, random);
    const twice = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    return { bytes: twice, how: `${from} to ${to} doubled` };
  },
  function zeroed(bytes, random) {
    const { from, to } = stretch(bytes, random);
    const changed = Buffer.from(bytes);
    changed.fill(0, from, to);
    return { bytes: changed, how: `${from} to ${to} zeroed` };
  },
  function spliced(bytes, random, other) {
    const { from } = stretch(bytes, random);
    const taken = stretch(other, random);
    const piece = other.subarray(taken.from, taken.to);
    const whole = Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(from)]);
    return { bytes: whole, how: `${piece.length} bytes of another file at ${from}` };
  },
  function truncated(bytes, random) {
    const length = random.below(bytes.length + 1);
    return { bytes: bytes.subarray(0, length), how: `truncated to ${length}` };
  },
];

/** The bytes spoiled in one to three ways, the same for the same seed. */
export function mutate(bytes: Buffer, other: Buffer, seed: string): Mutated {
  const random = new Random(seed);
  let mutated: Mutated = { bytes, how: "" };
  for (let rounds = random.between(1, 3); rounds > 0; rounds--) {
    const next = random.pick(mutations)(mutated.bytes, random, other);
    mutated = { bytes: next.bytes, how: [mutated.how, next.how].filter(Boolean).join(", ") };
  }
  return mutated;
}

function stretch(bytes: Buffer, random: Random): { readonly from: number; readonly to: number } {
  const from = random.below(bytes.length + 1);
  const most = random.percent(20) ? bytes.length : 40;
  return { from, to: Math.min(bytes.length, from + random.below(most + 1)) };
}
