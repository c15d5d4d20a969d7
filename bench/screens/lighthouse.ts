/** Lighthouse as a library that may be there. Its latest release needs Node 22; the one before does not. */
import { importPeer } from '../peers.js';

export const LIGHTHOUSE = 'lighthouse';
export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

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
  const { lhr } = await lighthouse(url, flags, desktopConfig);
  return CATEGORIES.map((category) => (lhr.categories[category]?.score ?? 0) * 100);
}
