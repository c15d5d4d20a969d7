/** Fetches a document while it is printed, telling how much has come; what is refused is thrown as `Refused`. */
import { Refused, Unreachable } from './client.js';
import type { Problem } from './client.js';

/** A document that has come whole. Its address is of this page alone, and is given back by `release`. */
export interface Downloaded {
  readonly name: string;
  readonly address: string;
  readonly bytes: number;
  readonly release: () => void;
}

export async function download(
  address: string,
  on: { readonly onBytes: (bytes: number) => void; readonly signal: AbortSignal },
): Promise<Downloaded> {
  const answer = await fetch(address, { signal: on.signal }).catch((cause: unknown) => {
    throw on.signal.aborted ? cause : new Unreachable('the service did not answer', { cause });
  });
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok) {
    if (!type.includes('problem+json')) throw new Unreachable(`answered ${answer.status}`);
    const wait = Number(answer.headers.get('retry-after'));
    throw new Refused((await answer.json()) as Problem, wait > 0 ? wait : undefined);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) break;
    parts.push(part.value);
    bytes += part.value.length;
    on.onBytes(bytes);
  }
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return {
    name: name ?? 'document',
    address: url,
    bytes,
    release: () => {
      URL.revokeObjectURL(url);
    },
  };
}
