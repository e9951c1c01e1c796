import type { ColumnProfile } from "./column-profile.js";

/**
 * What a layout has to say about the days of a column: nothing where every day tells by itself
 * which part is which; a `format`; or "unclear", where day and month cannot be told apart or the
 * century is missing, which only a person knows.
 */
export function dayFormatOf({ patterns, filled }: ColumnProfile): string | undefined {
  const dates = patterns.filter(({ name }) => name === "date").map(({ detail }) => detail);
  const serial = patterns.find(({ name, detail }) => name === "digits" && detail === "5");
  // Day numbers of Excel have five digits from 1927 to 2173.
  if (dates.length === 0) return (serial?.count ?? 0) > filled * 0.9 ? "excel" : undefined;
  const open = dates.filter((style) => /^[Md]/.test(style) && !style.startsWith("MMM"));
  if (open.length === 0) return undefined;
  const orders = new Set(open.filter((style) => !style.includes("|")));
  const [order] = orders;
  const isOne = orders.size === 1 && open.every((style) => isSame(style, order ?? ""));
  return isOne && order?.endsWith("yyyy") === true ? order : "unclear";
}

/** `M|d/d|M/yyyy` may be `d/M/yyyy` as well as `M/d/yyyy`. */
function isSame(open: string, order: string): boolean {
  const [between = ""] = order.replace(/[Mdy]/g, "");
  return open === order || open === ["M|d", "d|M", "yyyy"].join(between);
}
