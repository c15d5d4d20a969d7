/** Tells the keeper that the run has ended, and waits until it has cleared everything away. */
const LIMIT_MS = 30_000;

export default async function tearDown() {
  const keeper = globalThis.countersignKeeper;
  if (keeper === undefined || keeper.exitCode !== null) return;
  await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the keeper of the test run does not end')),
      LIMIT_MS,
    );
    keeper.ref();
    keeper.once('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    keeper.stdin.end();
  });
}
