import { certnoState, certnoStates, isSoundCertno } from "./certno-state.js";
import type { FieldKind } from "./level.js";
import { normalized } from "./normalized.js";
import { Numbers } from "./numbers.js";
import { Texts } from "./texts.js";

/** All values of one field: a code for every row, and what the codes stand for; 0 is missing. */
export interface Column {
  readonly codes: Int32Array<SharedArrayBuffer>;
  readonly values: Texts;
  /** For certificate numbers: what each is to its row (`certnoStates`). */
  readonly states?: Uint8Array<SharedArrayBuffer>;
}

/** Gives every distinct value of a field its code. */
export class ColumnMaker {
  private readonly values = new Texts();
  private readonly codes: readonly [Numbers, Numbers] = [new Numbers(), new Numbers()];
  private readonly states: readonly [Numbers, Numbers] = [new Numbers(), new Numbers()];
  /** By the code of a certificate number, whether its check digit fits. */
  private readonly sound = new Numbers();
  private readonly isCertno: boolean;

  constructor(private readonly kind: FieldKind) {
    this.isCertno = kind === "certno";
  }

  /** Takes a cell. */
  take(list: 0 | 1, cell: string): void {
    if (this.isCertno) return this.takeCertno(list, cell, "");
    this.codes[list].add(this.codeOf(cell));
  }

  /**
   * Takes a cell beside another of its row: a certificate number is held to the birth date, any
   * other value says nothing where it only repeats the other.
   */
  takeBeside(list: 0 | 1, cell: string, other: string, kind: FieldKind): void {
    if (this.isCertno) return this.takeCertno(list, cell, normalized(other, kind));
    const code = this.codeOf(cell);
    const isRepeated = code !== 0 && this.values.at(code) === normalized(other, kind);
    this.codes[list].add(isRepeated ? 0 : code);
  }

  finish(orders: readonly Int32Array[]): Column {
    const size = this.codes[0].length + this.codes[1].length;
    const codes = new Int32Array(new SharedArrayBuffer(size * 4));
    let row = 0;
    orders.forEach((order, list) => {
      for (const at of order) codes[row++] = this.codes[list as 0 | 1].at(at);
    });
    if (!this.isCertno) return { codes, values: this.values };
    const states = new Uint8Array(new SharedArrayBuffer(size));
    row = 0;
    orders.forEach((order, list) => {
      for (const at of order) states[row++] = this.states[list as 0 | 1].at(at);
    });
    return { codes, values: this.values, states };
  }

  /** The code of a cell. What is normal stays as it is, so one that is known needs no other look. */
  private codeOf(cell: string): number {
    const known = this.values.find(cell);
    return known > 0 ? known : this.values.numberOf(normalized(cell, this.kind));
  }

  private takeCertno(list: 0 | 1, cell: string, birth: string): void {
    const known = this.values.find(cell);
    const text = known > 0 ? cell : normalized(cell, "certno");
    const code = known > 0 ? known : this.values.numberOf(text);
    while (this.sound.length <= code) this.sound.add(isSoundCertno(text) ? 1 : 0);
    this.codes[list].add(code);
    const isChecked = this.sound.at(code) === 1 && (known > 0 || !FIFTEEN.test(cell));
    this.states[list].add(
      code === 0 ? certnoStates.unchecked : certnoState(text, isChecked, birth),
    );
  }
}

/** A number as it was before 1999, without a check digit, among whatever stands around it. */
const FIFTEEN = /^\D*\d{15}\D*$/;
