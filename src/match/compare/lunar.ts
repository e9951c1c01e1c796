/**
 * The Chinese years 1900 to 2050, ten a line: month and day on which the year begins (`131` is 31
 * January), its leap month (0 for none), and in hexadecimal one bit a month, from the highest of
 * thirteen, that is 1 where the month has 30 days and 0 where it has 29. The leap month stands
 * behind the month whose number it repeats. Computed with lunar-typescript 1.8; a test holds it to
 * the calendar of ICU.
 */
const YEARS = `
  1318096d 2190095c 208014ae 12950a4d 21601a4c 20401b2a 12540d55 21300ad4 2020135a 1222095d
  2100095c 1306149b 2180149a 20601a4a 12651aa5 214016a8 20301ad4 123212da 211012b6 20170937
  2200092e 20801496 1285164b 21600d4a 20500da8 124415b5 2130056c 202012ae 1232092f 2100092e
  13060c96 21701a94 20601d4a 12650da9 21400b5a 2040056c 1243126e 2110125c 1317192d 2190192a
  20801a94 12761b4a 215016aa 20500ad4 1254155b 213004ba 2020125a 1222192b 2100152a 12971695
  21700d94 206016aa 12750ab5 214009b4 203014b6 12430a57 21200a56 1318152a 21801d2a 20800d54
  128615aa 2150156a 2050096c 125414ae 213014ae 20200a4c 12131d26 20901b2a 13070b55 21700ad4
  206012da 1275095d 2150095a 2030149a 12341a4d 21101a4a 13181aa5 218016a8 207016d4 128612da
  216012b6 20500936 12541497 21301496 202a164b 22000d4a 20900da8 129615b4 2170156c 206012ae
  1275092f 2150092e 20400c96 12330d4a 21001d4a 13180d65 21900b58 2070156c 1285126d 2160125c
  2050192c 12441a95 21201a94 20101b4a 12220b55 20900ad4 1297155b 218004ba 2070125a 1265192b
  2140152a 20301694 123416aa 210015aa 13190ab5 21900974 208014b6 12860a57 21600a56 20501526
  12540e95 21200d54 201015aa 122209b5 2100096c 129614ae 2170149c 20601a4c 12651d26 21301aa6
  20300b54 12330d6a 211012da 131b095d 2190095a 2080149a 12861a4b 21501a4a 20401aa4 12451b54
  212016b4 20100ada 1222095b 21000936 13071497 21701496 2060154a 126516a5 21400da4 202015b4
  12330ab6
`;

const FIRST_YEAR = 1900;
const years = YEARS.trim().split(/\s+/);

/** A day in the numbers of a calendar. */
export interface DayNumbers {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/**
 * The solar days that a date can mean when it is read as lunar (农历), as day numbers: one, or two
 * where the month has a leap month behind it; none where the lunar year has no such day.
 */
export function solarOf({ year, month, date }: DayNumbers): readonly number[] {
  const packed = years[year - FIRST_YEAR];
  if (packed === undefined || month < 1 || month > 12 || date < 1) return [];
  const start = dayNumber({ year, month: Number(packed[0]), date: Number(packed.slice(1, 3)) });
  const leap = Number.parseInt(packed[3] ?? "0", 16);
  const lengths = Number.parseInt(packed.slice(4), 16);
  const place = leap > 0 && month > leap ? month : month - 1;
  const places = month === leap ? [place, place + 1] : [place];
  return places
    .filter((one) => date <= lengthOf(lengths, one))
    .map((one) => start + daysBefore(lengths, one) + date - 1);
}

/** Days since 1 March of the year 0, by the rule of the Gregorian calendar. */
export function dayNumber({ year, month, date }: DayNumbers): number {
  const shifted = month > 2 ? year : year - 1;
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + days;
}

function lengthOf(lengths: number, place: number): number {
  return 29 + ((lengths >> (12 - place)) & 1);
}

function daysBefore(lengths: number, place: number): number {
  let days = 0;
  for (let one = 0; one < place; one++) days += lengthOf(lengths, one);
  return days;
}
