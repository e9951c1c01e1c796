/** A file of a delivery's folder, or one inside an archive of it. */
export interface DeliveredPlace {
  readonly path: string;
  readonly entry?: string;
}

/** How it is named to people, and in the store: `towns.zip/东镇.csv`. */
export function shownPlace({ path, entry }: DeliveredPlace): string {
  return entry === undefined ? path : `${path}/${entry}`;
}
