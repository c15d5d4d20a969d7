/** The register as clients read it: lines, balances, containers and orders. */
import { expectStatus, ITEM, sitePath } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';

interface Scene {
  readonly clinic: Clinic;
  readonly custodian: Member;
  readonly nurse: Member;
  readonly vials: readonly string[];
  readonly order: string;
  readonly draw: string;
}

interface Line {
  readonly line: number;
  readonly kind: string;
  readonly performer: string;
  readonly occurredAt: string;
  readonly movements: readonly { readonly item: string }[];
}

export function registerIsRead(scene: () => Scene): void {
  test('is read line by line, from either end', async () => {
    const { clinic, nurse } = scene();
    const { device } = nurse;
    const newest = expectStatus(await device.get(sitePath(clinic, 'entries?limit=2')), 200);
    const next = newest.textAt('next');
    const more = await device.get(sitePath(clinic, `entries?limit=2&cursor=${next}`));
    expect(Number(more.textAt('items.0.line'))).toBe(Number(newest.textAt('items.1.line')) - 1);
    const oldest = await device.get(sitePath(clinic, 'entries?limit=1&order=oldest'));
    expect(oldest.at('items.0')).toMatchObject({ line: 0, kind: 'opened' });
    const second = await device.get(
      sitePath(clinic, `entries?limit=1&order=oldest&cursor=${oldest.textAt('next')}`),
    );
    expect(second.at('items.0')).toMatchObject({ line: 1 });
  });

  test('is narrowed to what one person did, to an item, and to both with kind and days', async () => {
    const { clinic, custodian, nurse } = scene();
    const { device } = nurse;
    const all = await device.get(sitePath(clinic, 'entries?limit=200&order=oldest'));
    const lines = all.at('items') as readonly Line[];
    const item = lines.find(({ kind }) => kind === 'draw')?.movements[0]?.item ?? '';
    const day = lines.at(-1)?.occurredAt.slice(0, 10) ?? '';
    const isHers = ({ performer }: Line): boolean => performer === nurse.person;
    const isOfItem = ({ movements }: Line): boolean => movements.some((each) => each.item === item);
    const asked: readonly [string, (line: Line) => boolean][] = [
      [`person=${nurse.person}`, isHers],
      [`item=${encodeURIComponent(item)}`, isOfItem],
      [
        `item=${encodeURIComponent(item)}&person=${nurse.person}`,
        (line) => isHers(line) && isOfItem(line),
      ],
      [
        `kind=draw&person=${custodian.person}`,
        ({ kind, performer }) => kind === 'draw' && performer === custodian.person,
      ],
      [
        `kind=draw&item=${encodeURIComponent(item)}`,
        (line) => line.kind === 'draw' && isOfItem(line),
      ],
      [
        `lastDay=${day}&item=${encodeURIComponent(item)}&kind=receipt`,
        (line) => line.kind === 'receipt' && isOfItem(line),
      ],
      ['item=nothing of this name', () => false],
    ];
    for (const [query, fits] of asked) {
      const wanted = lines.filter(fits).map(({ line }) => line);
      for (const order of ['oldest', 'newest']) {
        const found = await device.get(
          sitePath(clinic, `entries?limit=200&order=${order}&${query}`),
        );
        const numbers = (found.at('items') as readonly Line[]).map(({ line }) => line);
        expect({ query, numbers }).toEqual({
          query,
          numbers: order === 'oldest' ? wanted : wanted.toReversed(),
        });
      }
    }
    const [first, second] = lines.filter(isHers);
    const page = await device.get(
      sitePath(clinic, `entries?limit=1&order=oldest&person=${nurse.person}`),
    );
    expect(page.at('items.0.line')).toBe(first?.line);
    const next = await device.get(
      sitePath(
        clinic,
        `entries?limit=1&order=oldest&person=${nurse.person}&cursor=${page.textAt('next')}`,
      ),
    );
    expect(next.at('items.0.line')).toBe(second?.line);
  });

  test('shows a line with its hash, its movements and what is owed to it', async () => {
    const { clinic, nurse, draw } = scene();
    const line = draw.split('-')[0] ?? '';
    const answer = expectStatus(await nurse.device.get(sitePath(clinic, `entries/${line}`)), 200);
    expect(answer.body).toMatchObject({
      line: Number(line),
      kind: 'draw',
      performer: nurse.person,
      awaiting: null,
      correctedBy: null,
      movements: [{ to: `in-process:${draw}`, quantity: '0.700', onHand: '29.300' }],
    });
    expect(answer.textAt('leafHash')).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    const missing = await nurse.device.get(sitePath(clinic, 'entries/99999'));
    expect(missing.refusal).toBe('404 record.not-found');
  });

  test('tells balances, containers and orders as the book has them', async () => {
    const { clinic, nurse, vials, order, draw } = scene();
    const balances = await nurse.device.get(sitePath(clinic, 'balances'));
    expect(expectStatus(balances, 200).at('items')).toEqual([
      {
        item: ITEM,
        onHand: { value: '29.300', unit: 'mL' },
        inProcess: { value: '0.000', unit: 'mL' },
        held: { value: '0.000', unit: 'mL' },
        inCustody: { value: '29.300', unit: 'mL' },
        sealed: 2,
        open: 1,
        quarantined: 0,
      },
    ]);
    const open = await nurse.device.get(sitePath(clinic, 'containers?status=open'));
    expect(open.at('items')).toEqual([
      expect.objectContaining({ container: vials[0], lot: 'A1', draws: 1, location: 'safe' }),
    ]);
    const first = await nurse.device.get(sitePath(clinic, 'containers?limit=1'));
    const rest = await nurse.device.get(
      sitePath(clinic, `containers?limit=5&cursor=${first.textAt('next')}`),
    );
    expect(rest.at('items')).toHaveLength(2);
    const one = await nurse.device.get(sitePath(clinic, `containers/${vials[0] ?? ''}`));
    expect(one.at('movements')).toEqual([
      expect.objectContaining({ from: 'opening', remaining: '10.000' }),
      expect.objectContaining({ to: `in-process:${draw}`, remaining: '9.300' }),
    ]);
    const asked = await nurse.device.get(sitePath(clinic, `infusion-orders/${order}`));
    expect(asked.body).toMatchObject({
      order,
      dose: { value: '35.000', unit: 'mg' },
      draws: [
        {
          draw,
          drawn: { value: '0.700' },
          given: { value: '0.600' },
          wasted: { value: '0.100' },
          inProcess: { value: '0.000' },
        },
      ],
      isAccountedFor: true,
    });
    for (const path of ['containers/1-999', 'infusion-orders/99999']) {
      expect((await nurse.device.get(sitePath(clinic, path))).refusal).toBe('404 record.not-found');
    }
    expect((await nurse.device.get(sitePath(clinic, 'containers/x'))).refusal).toBe(
      '404 request.not-found',
    );
  });

  test('is documented', async () => {
    const { nurse } = scene();
    const answer = await nurse.device.get('/api/openapi.json');
    expect(Object.keys(answer.at('paths') as object)).toEqual(
      expect.arrayContaining([
        '/api/sites/{site}/reports/{file}',
        '/api/sites/{site}/entries/{line}',
        '/api/sites/{site}/balances',
      ]),
    );
  });
}
