/** Waits for a signal, or for `end`. Signals that come while starting are kept. */
export function waitForEnd(): { readonly reason: Promise<string>; end(reason: string): void } {
  let end: (reason: string) => void = () => undefined;
  const reason = new Promise<string>((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Repeated signals change nothing: npm passes on the Ctrl-C that the terminal has already sent to everybody.
    process.on(signal, () => {
      end(signal);
    });
  }
  return { reason, end };
}
