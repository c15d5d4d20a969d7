import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CanonicalError } from '../../src/evidence/canonical.js';
import { commit, opens } from '../../src/evidence/commitment.js';

const salt = new Uint8Array(32).map((_, i) => i);
const opening = {
  salt,
  entry: '0193c2c0-4444-7000-8000-000000000041',
  field: 'patient',
  value: 'Ann Ō',
};

describe('commitments', () => {
  const commitment = commit(opening);

  it('are the HMAC of the canonical object', () => {
    const message = `{"e":"${opening.entry}","f":"patient","v":"Ann Ō"}`;
    expect(commitment).toBe(createHmac('sha256', salt).update(message).digest('base64'));
  });

  it('open with what was committed to, and with nothing else', () => {
    expect(opens(commitment, opening)).toBe(true);
    expect(opens(commitment, { ...opening, value: 'Ann O' })).toBe(false);
    expect(opens(commitment, { ...opening, value: null })).toBe(false);
    expect(opens(commitment, { ...opening, field: 'address' })).toBe(false);
    expect(opens(commitment, { ...opening, entry: opening.entry.replace('41', '42') })).toBe(false);
    for (let at = 0; at < 32; at += 1) {
      const other = salt.with(at, (salt[at] ?? 0) ^ 1);
      expect(opens(commitment, { ...opening, salt: other })).toBe(false);
    }
  });

  it('are refused when not base64 of the same bytes', () => {
    for (const text of ['', commitment.slice(0, -1), `${commitment}=`, commitment.toLowerCase()]) {
      expect(opens(text, opening)).toBe(false);
    }
  });

  it('take any value of the profile, and no other', () => {
    const value = { lines: ['12 High St', 'Ames\nIA'], zip: 50010 };
    expect(opens(commit({ ...opening, value }), { ...opening, value })).toBe(true);
    expect(() => commit({ ...opening, value: 0.5 })).toThrow(CanonicalError);
  });

  it.each([0, 16, 31, 33])('are not made with a salt of %p bytes', (length) => {
    expect(() => commit({ ...opening, salt: new Uint8Array(length) })).toThrow(
      expect.objectContaining({ code: 'hash.malformed' }),
    );
  });
});
