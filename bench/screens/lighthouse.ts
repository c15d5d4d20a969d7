/** Lighthouse as a library that may be there. Its latest release needs Node 22; the one before does not. */
import { importPeer } from '../peers.js';

export const LIGHTHOUSE = 'lighthouse';
export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

/** A look whose trace is lost, as it happens on a busy machine, has no score: it is none, and not a score of zero. */
const MOST_LOOKS = 3;

/** What we use of it. */
interface Lighthouse {
  readonly default: (
    url: string,
    flags: object,
    config: unknown,
  ) => Promise<{
    readonly lhr: {
      readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
    };
  }>;
  readonly desktopConfig: unknown;
}

/** Points of a hundred, in the order of the categories, as on a desktop with an empty cache. */
export async function scoresOf(
  url: string,
  visitor: { readonly port: number; readonly cookie: string },
): Promise<readonly number[]> {
  const { default: lighthouse, desktopConfig } = (await importPeer(LIGHTHOUSE)) as Lighthouse;
  const flags = {
    port: visitor.port,
    extraHeaders: { Cookie: visitor.cookie },
    onlyCategories: CATEGORIES,
    logLevel: 'error',
  };
  for (let time = 0; time < MOST_LOOKS; time += 1) {
    const { lhr } = await lighthouse(url, flags, desktopConfig);
    const scores = CATEGORIES.map((category) => lhr.categories[category]?.score ?? null);
    if (scores.every((score) => score !== null)) return scores.map((score) => score * 100);
  }
  throw new Error(`Lighthouse gave no score to ${url}, ${MOST_LOOKS} times`);
}
