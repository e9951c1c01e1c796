/** A file that a job wrote, as the journal and the summary name it. */
export interface WrittenFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly sha256: string;
  /** Whether it holds personal data. */
  readonly isPrivate: boolean;
}
