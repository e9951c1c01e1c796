/** What a shell expects of a program that was interrupted, or told to end. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends the process in order when somebody interrupts it, so that what lies unpacked in private
 * folders is removed. The database needs nothing: what was not committed is not there.
 */
export function endInOrder(): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(code));
  }
}
