import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { REFUSALS } from '../../src/domain/rejection.js';
import { STATUS_OF_CLASS } from '../../src/platform/http/problems.js';

const FILE = resolve(import.meta.dirname, '../../docs/REFUSALS.md');

const AREAS = resolve(import.meta.dirname, '../../src/domain/refusals');

const HEAD = `# Refusals

Every refusal by the rules of the register, with the status of its answer. The class says what kind of no it is: \`identity\`
names something that is not here; \`impossible\` is arithmetic or an order of events that cannot be; \`practice\` stops an intended
act, while a done one is recorded with its reason and a flag; \`question\` goes through when its code is repeated in \`confirmed\`;
\`signature\` needs another or a fresh signature; \`authority\` is not this person's to do; \`conflict\` means that something happened
meanwhile. Refusals of the doors themselves (malformed bodies, sessions, files) are described in the OpenAPI document.

| code | class | status | says | next |
| --- | --- | --- | --- | --- |
`;

async function document(): Promise<string> {
  const rows = Object.entries(REFUSALS).map(
    ([code, refusal]) =>
      `| \`${code}\` | ${refusal.class} | ${STATUS_OF_CLASS[refusal.class]} | ${refusal.says} | ${refusal.next} |`,
  );
  return format(`${HEAD}${rows.join('\n')}\n`, { parser: 'markdown' });
}

describe('docs/REFUSALS.md', () => {
  it('lists every refusal as the rules know it', async () => {
    const expected = await document();
    if (process.env.WRITE_DOCS === '1') writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  it('has each code in one area only, so that none hides another', async () => {
    const codes: string[] = [];
    for (const file of readdirSync(AREAS)) {
      const areas = Object.values((await import(resolve(AREAS, file))) as Record<string, object>);
      for (const area of areas) codes.push(...Object.keys(area));
    }
    expect(codes.toSorted()).toStrictEqual(Object.keys(REFUSALS).toSorted());
  });
});
