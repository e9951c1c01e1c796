/** The archive in which a file was found. */
export interface Container {
  readonly container: "zip" | "gzip";
  readonly entry: string;
}

/** Calls `work` with the path of a plain file. */
export async function inPlainFile<Result>(
  path: string,
  _entry: string | undefined,
  work: (plainPath: string, container: Container | undefined) => Promise<Result>,
): Promise<Result> {
  return work(path, undefined);
}
