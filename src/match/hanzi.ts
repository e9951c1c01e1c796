import { pinyin } from "pinyin-pro";

/** The tables that say what one character may stand for (`mappings/match/*.csv`). */
export interface HanziTables {
  /** A traditional, variant or private-use character, and the plain one that it stands for. */
  readonly plain: ReadonlyMap<string, string>;
  /** Characters that a tired eye takes for each other. */
  readonly lookAlikes: readonly string[];
}

/** A character as it is compared: its readings and the sets of look-alikes that it is in. */
interface Sign {
  readonly readings: readonly number[];
  readonly looks: readonly number[];
}

/**
 * What is known of Chinese characters in names: how they sound, look, and are also written. Every
 * character gets a number when it is first met, so that names are compared as numbers.
 */
export class Hanzi {
  private readonly numbers = new Map<string, number>();
  private readonly signs: Sign[] = [];
  private readonly syllables = new Map<string, number>();
  private readonly looks = new Map<string, number[]>();

  constructor(private readonly tables: HanziTables) {
    tables.lookAlikes.forEach((set, at) => {
      for (const character of set) {
        this.looks.set(character, [...(this.looks.get(character) ?? []), at]);
      }
    });
  }

  /** A name in plain characters: simplified, without the dot and without variants. */
  plainOf(name: string): readonly string[] {
    return [...name]
      .filter((character) => character !== DOT)
      .map((character) => this.tables.plain.get(character) ?? character);
  }

  /** The number of a character. */
  numberOf(character: string): number {
    const known = this.numbers.get(character);
    if (known !== undefined) return known;
    this.numbers.set(character, this.signs.length);
    const readings = this.readingsOf(character).map((reading) => this.syllable(reading));
    return this.signs.push({ readings, looks: this.looks.get(character) ?? [] }) - 1;
  }

  /** Whether two characters, by their numbers, have a reading in common. */
  soundAlike(left: number, right: number): boolean {
    return left === right || isAnyShared(this.sign(left).readings, this.sign(right).readings);
  }

  lookAlike(left: number, right: number): boolean {
    return left === right || isAnyShared(this.sign(left).looks, this.sign(right).looks);
  }

  /** Every reading of a character, without tones (曾 is ceng and zeng); others are their own. */
  readingsOf(character: string): readonly string[] {
    const found = pinyin(character, { multiple: true, toneType: "none", type: "array" });
    return [...new Set(found)];
  }

  /**
   * How a name is usually read, for blocking: its first character as a surname (单 is shan), the
   * others by their most frequent reading, each by itself, so that a homophone changes nothing.
   */
  soundOf(name: string): string {
    const [first = "", ...rest] = this.plainOf(name);
    return [this.usual(first, "head"), ...rest.map((one) => this.usual(one, "off"))].join(" ");
  }

  private usual(character: string, surname: "head" | "off"): string {
    const key = surname + character;
    const known = this.usualReadings.get(key);
    if (known !== undefined) return known;
    const reading = pinyin(character, { surname, toneType: "none" });
    this.usualReadings.set(key, reading);
    return reading;
  }

  private readonly usualReadings = new Map<string, string>();

  private syllable(reading: string): number {
    const known = this.syllables.get(reading) ?? this.syllables.size;
    this.syllables.set(reading, known);
    return known;
  }

  private sign(number: number): Sign {
    return this.signs[number] as Sign;
  }
}

/** Between the parts of a name of a minority (阿依古丽·买买提). */
const DOT = "·";

function isAnyShared(left: readonly number[], right: readonly number[]): boolean {
  for (let at = 0; at < left.length; at++) if (right.includes(left[at] as number)) return true;
  return false;
}
