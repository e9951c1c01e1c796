import type { Column } from "./column.js";
import type { Hanzi } from "./hanzi.js";
import type { KeyPart } from "./key-part.js";
import { Texts } from "./texts.js";

/** Numbers for what a part of a key takes of every value of a column, by the value's code. */
export function cutNumbers({ values }: Column, part: KeyPart, hanzi: Hanzi): Int32Array {
  const pieces = new Texts();
  const numbers = new Int32Array(values.length);
  if (part.cut === "sound") {
    let code = 0;
    for (const value of values) numbers[code++] = pieces.numberOf(hanzi.soundOf(value));
    return numbers;
  }
  for (let code = 1; code < numbers.length; code++) {
    const [from, to] = rangeOf(values, code, part);
    numbers[code] = pieces.numberOfPiece(values, code, from, to);
  }
  return numbers;
}

/** Which characters of a value a part takes; none of a date that is no date. */
function rangeOf(values: Texts, code: number, { cut, length }: KeyPart): readonly [number, number] {
  switch (cut) {
    case "first":
      return [0, length];
    case "last":
      return [Math.max(0, values.lengthOf(code) - length), values.lengthOf(code)];
    case "year":
      return DATE.test(values.at(code)) ? [0, 4] : [0, 0];
    case "monthday":
      return DATE.test(values.at(code)) ? [4, 8] : [0, 0];
    default:
      return [0, values.lengthOf(code)];
  }
}

const DATE = /^\d{8}$/;
