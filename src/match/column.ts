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
  }

  /** Takes a cell. */
  take(cell: string): void {
    if (this.isCertno) return this.takeCertno(cell, "");
    this.codes.add(this.codeOf(cell));
  }

  /**
   * Takes a cell beside another of its row: a certificate number is held to the birth date, any
   * other value says nothing where it only repeats the other.
   */
  takeBeside(cell: string, other: string, kind: FieldKind): void {
    if (this.isCertno) return this.takeCertno(cell, normalized(other, kind));
    const code = this.codeOf(cell);
    const isRepeated = code !== 0 && this.values.at(code) === normalized(other, kind);
    this.codes.add(isRepeated ? 0 : code);
  }

  /** The column, its rows in an order. */
  finish(order: Int32Array): Column {
    const { values } = this;
    const codes = new Int32Array(new SharedArrayBuffer(order.length * 4));
    order.forEach((at, row) => {
      codes[row] = this.codes.at(at);
    });
    if (!this.isCertno) return { codes, values };
    const states = new Uint8Array(new SharedArrayBuffer(order.length));
    order.forEach((at, row) => {
      states[row] = this.states.at(at);
    });
    return { codes, values, states };
  }

  /** The code of a cell. What is normal stays as it is, so one that is known needs no other look. */
  private codeOf(cell: string): number {
    const known = this.values.find(cell);
    return known > 0 ? known : this.values.numberOf(normalized(cell, this.kind));
  }

  private takeCertno(cell: string, birth: string): void {
    const known = this.values.find(cell);
    const text = known > 0 ? cell : normalized(cell, "certno");
    const code = known > 0 ? known : this.values.numberOf(text);
    while (this.sound.length <= code) this.sound.add(isSoundCertno(text) ? 1 : 0);
    this.codes.add(code);
    const isChecked = this.sound.at(code) === 1 && (known > 0 || !FIFTEEN.test(cell));
    this.states.add(code === 0 ? certnoStates.unchecked : certnoState(text, isChecked, birth));
  }
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

/** A number as it was before 1999, without a check digit, among whatever stands around it. */
const FIFTEEN = /^\D*\d{15}\D*$/;
