/**
 * The names of what a year counts, as small numbers: `limit:annual`, `stays:level/2` … A name gets
 * its number when it is first met, so numbers mean nothing outside this process; texts hold names.
 */
const numbers = new Map<string, number>();
const names: string[] = [];

export function numberOfName(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  names.push(name);
  return names.length - 1;
}

export function nameOfNumber(number: number): string {
  return names[number] ?? "";
}

/** Names that begin alike, found by what follows without building the text again. */
export class NameFamily {
  private readonly known = new Map<string, number>();

  constructor(private readonly beginning: string) {}

  numberOf(end: string): number {
    const known = this.known.get(end);
    if (known !== undefined) return known;
    const number = numberOfName(this.beginning + end);
    this.known.set(end, number);
    return number;
  }
}

/** 本年住院次数: of the person, and by what else the law may count admissions. */
export const stays = numberOfName("stays");
export const staysAtLevel = new NameFamily("stays:level/");
export const staysInHospital = new NameFamily("stays:hospital/");
export const staysForDisease = new NameFamily("stays:disease/");

/** 本年统筹区外住院次数 */
export const offsiteStays = numberOfName("offsite");
