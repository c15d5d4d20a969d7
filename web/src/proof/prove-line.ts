/** Proves a line in this browser, and that the ledger has only grown since this browser last saw its head. */
import { addressOf, fetched, get } from '../api/client.js';
import { bundlePath, leafIn } from './entry-bundle.js';
import { checkHead, isGrown, isIncluded, leafHash, NotProved, readProof } from './log-check.js';
import type { Head } from './log-check.js';

/** A head as this browser keeps it, from one visit to the next. */
export interface KeptHead extends Head {
  readonly vkey: string;
  readonly seenAt: string;
}

export interface ProvenLine {
  readonly head: Head;
  /** The bytes of the line, as they were hashed. */
  readonly leaf: string;
  readonly before: KeptHead | null;
  /** Of a head that this browser has kept: whether the ledger has only grown since, and is signed by the same key. */
  readonly growth: 'first' | 'grown' | 'rewritten' | 'other-key';
}

/** `shownHash` is the hash of what stands on the screen. Throws `NotProved` with what is wrong. */
export async function proveLine(at: {
  readonly site: string;
  readonly line: number;
  readonly shownHash: string;
  readonly now: string;
}): Promise<ProvenLine> {
  const { site, line, shownHash, now } = at;
  const params = { site, line };
  const [text, vkey] = await Promise.all([
    read(addressOf('/api/sites/{site}/entries/{line}/proof', { params })),
    read(addressOf('/api/sites/{site}/log.vkey', { params })),
  ]);
  const proof = readProof(text);
  const head = await checkHead(proof.note, vkey.trim());
  const bundle = await fetched(`/api/sites/${site}/${bundlePath(line, head.size)}`);
  const leaf = leafIn(new Uint8Array(await bundle.arrayBuffer()), line);
  if (proof.index !== line || (await leafHash(leaf)) !== shownHash)
    throw new NotProved('other-line');
  if (!(await isIncluded(leaf, proof, head))) throw new NotProved('not-included');
  const before = keptOf(site);
  const growth = await growthSince(before, { site, head, vkey: vkey.trim() });
  // A head that does not follow from the kept one never takes its place.
  if (growth === 'first' || growth === 'grown')
    keep(site, { ...head, vkey: vkey.trim(), seenAt: now });
  return { head, leaf: new TextDecoder().decode(leaf), before, growth };
}

async function growthSince(
  before: KeptHead | null,
  now: { readonly site: string; readonly head: Head; readonly vkey: string },
): Promise<ProvenLine['growth']> {
  if (before === null) return 'first';
  const { site, head, vkey } = now;
  if (before.vkey !== vkey) return 'other-key';
  if (before.size > head.size) return 'rewritten';
  const { hashes } = await get('/api/sites/{site}/proofs/consistency', {
    params: { site },
    query: { from: before.size, to: head.size },
  });
  return (await isGrown(before, head, hashes)) ? 'grown' : 'rewritten';
}

const read = async (address: string): Promise<string> => (await fetched(address)).text();

const nameOf = (site: string): string => `countersign.head.${site}`;

/** Whoever can write here can also change this page: what is kept protects against the service, not against them. */
function keptOf(site: string): KeptHead | null {
  const text = localStorage.getItem(nameOf(site));
  return text === null ? null : (JSON.parse(text) as KeptHead);
}

function keep(site: string, head: KeptHead): void {
  localStorage.setItem(nameOf(site), JSON.stringify(head));
}
