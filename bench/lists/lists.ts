/** Which of the service's doors are lists, read from its own API document, so that none is forgotten. */
import type { Desk } from '../../src/cli/demo/desk.js';

/** A list as the API document has it, and an address at which a large clinic is asked for it. */
export interface List {
  readonly name: string;
  readonly address: string;
}

/** What belongs to one record and not to a clinic; and what is no list but the answer of a search through a book. */
const OF_ONE_RECORD: ReadonlySet<string> = new Set([
  '/api/sites/{site}/counts/{count}',
  '/api/sites/{site}/losses/{loss}/clocks',
  '/api/sites/{site}/discrepancies/{case}/explanations',
]);
const DOCUMENT_TO_ISSUE = 'receipts.csv';

/** Every list with its usual page, and some as people ask for them. */
export async function listsOf(desk: Desk, site: string): Promise<readonly List[]> {
  const document = await desk.get('/api/openapi.json');
  const names = namesOf(document).filter((name) => !OF_ONE_RECORD.has(name));
  const asked = await askedWith(desk, site);
  const known = new Set(Object.keys(asked));
  const lists = names.flatMap((name) => {
    known.delete(name);
    return asked[name] ?? [name];
  });
  if (known.size > 0) throw new Error(`no such list any more: ${[...known].join(', ')}`);
  return lists.map((name) => ({ name, address: addressOf(name, site) }));
}

/** Lists that need to be told something, and lists that are asked for in several ways. */
async function askedWith(desk: Desk, site: string): Promise<Record<string, readonly string[]>> {
  const all = `/api/sites/${site}`;
  // A year of acts alone has issued nothing.
  await desk.download(`${all}/reports/${DOCUMENT_TO_ISSUE}`);
  const issue = textIn(await firstOf(desk, `${all}/reports/issued`), 'line');
  const item = textIn(await firstOf(desk, `${all}/balances`), 'item');
  const discrepancy = textIn(await firstOf(desk, `${all}/discrepancies`), 'id');
  const order = await firstOf(desk, `${all}/infusion-orders`);
  const month = textIn(order, 'orderedOn').slice(0, '2026-03'.length);
  const person = textIn(await firstOf(desk, `${all}/entries?kind=draw`), 'performer');
  const orders = '/api/sites/{site}/infusion-orders';
  const containers = '/api/sites/{site}/containers';
  return {
    [orders]: [
      orders,
      `${orders}?date=${textIn(order, 'orderedOn')}`,
      `${orders}?patient=${textIn(order, 'patient')}`,
    ],
    [containers]: [containers, `${containers}?status=sealed`],
    [`${containers}/next`]: [`${containers}/next?item=${encodeURIComponent(item)}`],
    '/api/sites/{site}/entries': [
      '/api/sites/{site}/entries',
      '/api/sites/{site}/entries?limit=200',
      `/api/sites/{site}/entries?person=${person}`,
      `/api/sites/{site}/entries?kind=waste&person=${person}`,
      `/api/sites/{site}/entries?item=${encodeURIComponent(item)}`,
      `/api/sites/{site}/entries?item=${encodeURIComponent(item)}&person=${person}`,
    ],
    '/api/sites/{site}/discrepancies/{case}/timeline': [
      `/api/sites/{site}/discrepancies/${discrepancy}/timeline`,
    ],
    '/api/sites/{site}/trends/lines': [
      `/api/sites/{site}/trends/lines?item=${encodeURIComponent(item)}&figure=drawn&month=${month}`,
    ],
    '/api/sites/{site}/reports/issued/{line}/since': [
      `/api/sites/{site}/reports/issued/${issue}/since`,
    ],
  };
}

/** The paths whose answer is a list, or has one by the name of `items`. */
function namesOf(document: unknown): readonly string[] {
  return Object.entries(memberOf(document, 'paths') as object)
    .filter(([, operations]) => isList(document, answerOf(operations)))
    .map(([path]) => path)
    .sort();
}

const answerOf = (operations: unknown): unknown =>
  ['get', 'responses', '200', 'content', 'application/json', 'schema'].reduce<unknown>(
    memberOf,
    operations,
  );

function isList(document: unknown, schema: unknown): boolean {
  if (memberOf(schema, 'type') === 'array') return true;
  const reference = memberOf(schema, '$ref');
  if (typeof reference !== 'string') return false;
  const path = ['components', 'schemas', reference.split('/').at(-1) ?? '', 'properties', 'items'];
  return memberOf(path.reduce<unknown>(memberOf, document), 'type') === 'array';
}

function addressOf(name: string, site: string): string {
  const address = name.replace('{site}', site);
  if (address.includes('{')) throw new Error(`nobody says what to ask for in ${name}`);
  return address;
}

async function firstOf(desk: Desk, address: string): Promise<unknown> {
  const first = memberOf(memberOf(await desk.get(address), 'items'), '0');
  if (first === undefined) throw new Error(`a year should have something in ${address}`);
  return first;
}

function textIn(value: unknown, name: string): string {
  const text = memberOf(value, name);
  if (typeof text === 'string' || typeof text === 'number') return String(text);
  throw new Error(`expected ${name} in ${JSON.stringify(value)}`);
}

const memberOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
