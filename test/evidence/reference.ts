/**
 * RFC 6962, section 2.1, written down as it is defined there: recursive, and sharing no code with
 * what it checks. D[a:b] is a slice of the leaves; each slice's root is remembered.
 */
import { createHash } from 'node:crypto';

const H = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
};

const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

export class Reference {
  private readonly roots = new Map<string, Uint8Array>();

  constructor(private readonly leaves: readonly Uint8Array[]) {}

  /** MTH(D[n]). */
  root(n: number): Uint8Array {
    return this.mth(0, n);
  }

  /** MTH(D[a:b]). */
  between(a: number, b: number): Uint8Array {
    return this.mth(a, b);
  }

  /** PATH(m, D[n]). */
  path(m: number, n: number): Uint8Array[] {
    const path = (a: number, b: number): Uint8Array[] => {
      if (b - a <= 1) return [];
      const k = a + split(b - a);
      return m < k ? [...path(a, k), this.mth(k, b)] : [...path(k, b), this.mth(a, k)];
    };
    return path(0, n);
  }

  /** PROOF(m, D[n]). */
  proof(m: number, n: number): Uint8Array[] {
    const sub = (a: number, b: number, isWhole: boolean): Uint8Array[] => {
      if (m === b) return isWhole ? [] : [this.mth(a, b)];
      const k = a + split(b - a);
      return m <= k
        ? [...sub(a, k, isWhole), this.mth(k, b)]
        : [...sub(k, b, false), this.mth(a, k)];
    };
    return sub(0, n, true);
  }

  private mth(a: number, b: number): Uint8Array {
    const known = this.roots.get(`${a}:${b}`);
    if (known !== undefined) return known;
    const root = this.hashOf(a, b);
    this.roots.set(`${a}:${b}`, root);
    return root;
  }

  private hashOf(a: number, b: number): Uint8Array {
    if (a === b) return H();
    if (b - a === 1) return H(Uint8Array.of(0), this.leaves[a] ?? new Uint8Array(0));
    const k = a + split(b - a);
    return H(Uint8Array.of(1), this.mth(a, k), this.mth(k, b));
  }
}
