import { readYuan } from "../domain/money.js";
import { readMonth } from "../domain/period.js";

/**
 * What is expected of a value that a mapping or manifest gives to a field for a whole file;
 * undefined where it fits. Amounts and months must be written as such, for no column reads them.
 */
export function expectedConstant(field: string, value: string): string | undefined {
  if (field === "psn_clct_amt") {
    const read = readYuan(value);
    return read?.residual === "0" && read.amount >= 0 ? undefined : '"0.00"';
  }
  if (field === "accrym_begn") return readMonth(value) === undefined ? "YYYY-MM" : undefined;
  return undefined;
}
