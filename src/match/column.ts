import { certnoState, certnoStates, isSoundCertno } from "./certno-state.js";
import type { FieldKind } from "./level.js";
import { normalized } from "./normalized.js";
import { Numbers } from "./numbers.js";
import { Texts, type TextsMemory } from "./texts.js";

/** All values of one field: a code for every row, and what the codes stand for; 0 is missing. */
export interface Column {
  readonly codes: Int32Array<SharedArrayBuffer>;
  readonly values: Texts;
  /** For certificate numbers: what each is to its row (`certnoStates`). */
  readonly states?: Uint8Array<SharedArrayBuffer>;
}

/** Gives every distinct value of a field in one list its code. */
export class ColumnMaker {
  private readonly values = new Texts();
  private readonly codes = new Numbers();
  private readonly states = new Numbers();
  /** By the code of a certificate number, whether its check digit fits. */
  private readonly sound = new Numbers();
  private readonly isCertno: boolean;

  constructor(private readonly kind: FieldKind) {
    this.isCertno = kind === "certno";
    this.sound.add(0);
  }

  /** Takes a cell. */
  take(cell: string): void {
    if (this.isCertno) this.takeCertno(cell, "");
    else this.codes.add(this.codeOf(cell));
  }

  /**
   * Takes a cell beside another of its row: a certificate number is held to the birth date, any
   * other value says nothing where it only repeats the other.
   */
  takeBeside(cell: string, other: string, kind: FieldKind): void {
    const beside = normalized(other, kind);
    if (this.isCertno) {
      this.takeCertno(cell, beside);
      return;
    }
    const code = this.codeOf(cell);
    const isRepeated = code !== 0 && this.values.at(code) === beside;
    this.codes.add(isRepeated ? 0 : code);
  }

  /** The column, its rows as they were taken. */
  finish(): Column {
    const codes = shared(this.codes.finish());
    if (!this.isCertno) return { codes, values: this.values };
    const states = new Uint8Array(new SharedArrayBuffer(codes.length));
    states.set(this.states.finish());
    return { codes, values: this.values, states };
  }

  /**
   * The code of a cell. What is normal stays as it is, so one that is known needs no other look.
   */
  private codeOf(cell: string): number {
    const known = this.values.find(cell);
    return known > 0 ? known : this.values.numberOf(normalized(cell, this.kind));
  }

  private takeCertno(cell: string, birth: string): void {
    const known = this.values.find(cell);
    const { text, isSound } =
      known > 0 ? { text: cell, isSound: this.sound.at(known) === 1 } : readNumber(cell);
    const code = known > 0 ? known : this.values.numberOf(text);
    if (this.sound.length <= code) this.sound.add(isSound ? 1 : 0);
    const isChecked = isSound && (known > 0 || !FIFTEEN.test(cell));
    this.codes.add(code);
    this.states.add(code === 0 ? certnoStates.unchecked : certnoState(text, isChecked, birth));
  }
}

/** A number as it is compared, and whether its check digit fits; most are as they should be. */
function readNumber(cell: string): { readonly text: string; readonly isSound: boolean } {
  if (EIGHTEEN.test(cell) && isSoundCertno(cell)) return { text: cell, isSound: true };
  const text = normalized(cell, "certno");
  return { text, isSound: isSoundCertno(text) };
}

const EIGHTEEN = /^\d{17}[\dX]$/;

/** A number as it was before 1999, without a check digit, among whatever stands around it. */
const FIFTEEN = /^\D*\d{15}\D*$/;

/** A column with its rows in another order: of every new row, where it stood. */
export function reordered({ codes, values, states }: Column, order: Int32Array): Column {
  const moved = shared(order.map((at) => codes[at] as number));
  if (states === undefined) return { codes: moved, values };
  const movedStates = new Uint8Array(new SharedArrayBuffer(order.length));
  order.forEach((at, row) => {
    movedStates[row] = states[at] as number;
  });
  return { codes: moved, values, states: movedStates };
}

function shared(numbers: Int32Array): Int32Array<SharedArrayBuffer> {
  const copy = new Int32Array(new SharedArrayBuffer(numbers.length * 4));
  copy.set(numbers);
  return copy;
}

/** The columns of two lists as one, the second list behind the first, whose texts grow. */
export function joinedColumns(first: Column, second: Column): Column {
  const { values } = first;
  const codeOf = new Int32Array(second.values.length);
  for (let code = 1; code < codeOf.length; code++) {
    const length = second.values.lengthOf(code);
    codeOf[code] = values.numberOfPiece(second.values, code, 0, length);
  }
  const size = first.codes.length + second.codes.length;
  const codes = new Int32Array(new SharedArrayBuffer(size * 4));
  codes.set(first.codes);
  second.codes.forEach((code, row) => {
    codes[first.codes.length + row] = codeOf[code] as number;
  });
  if (first.states === undefined || second.states === undefined) return { codes, values };
  const states = new Uint8Array(new SharedArrayBuffer(size));
  states.set(first.states);
  states.set(second.states, first.states.length);
  return { codes, values, states };
}

/** A column as it lies in shared memory. */
export interface ColumnMemory extends Omit<Column, "values"> {
  readonly values: TextsMemory;
}

export function memoryOf(column: Column): ColumnMemory {
  return { ...column, values: column.values.memory };
}

export function columnOf(memory: ColumnMemory): Column {
  return { ...memory, values: Texts.of(memory.values) };
}
