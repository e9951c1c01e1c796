/** The name of a file by its number, for messages. */
export type FileNames = ReadonlyMap<number, string>;
