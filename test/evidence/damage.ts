/** Damages a text in every small way, and reports what a verifier let pass. */
import { encodeUtf8 } from '../../src/evidence/bytes.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The places (byte:bit) where a flipped bit is not noticed; a text that is not UTF-8 is noticed. */
export function unnoticedFlips(text: string, verify: (text: string) => unknown): string[] {
  const bytes = encodeUtf8(text);
  const unnoticed: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
      if (passes(() => verify(decoder.decode(changed)))) unnoticed.push(`${at}:${bit}`);
    }
  }
  return unnoticed;
}

/** The places where a character left out, or one put in, is not noticed. */
export function unnoticedLengths(text: string, verify: (text: string) => unknown): string[] {
  const unnoticed: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const less = text.slice(0, at) + text.slice(at + 1);
    const more = `${text.slice(0, at)}A${text.slice(at)}`;
    if (passes(() => verify(less))) unnoticed.push(`-${at}`);
    if (passes(() => verify(more))) unnoticed.push(`+${at}`);
  }
  return unnoticed;
}

function passes(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
