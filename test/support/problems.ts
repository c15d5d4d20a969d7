import { StartError } from '../../src/platform/start-error.js';

/** What keeps something from starting, as "problem: sentence"; "none" if nothing does. Other errors are thrown on. */
export async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof StartError) return `${error.problem}: ${error.message}`;
    throw error;
  }
  return 'none';
}
