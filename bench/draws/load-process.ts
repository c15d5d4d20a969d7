/**
 * Who asks, in a process of its own: clients that each send a request, wait for the answer and send the next, for a
 * while. The first moments warm up and are not counted.
 */
import { randomUUID } from 'node:crypto';
import { answerQuestions } from '../children.js';
import { appendToHotStream, insertRows } from './bare-writers.js';
import type { Append } from './bare-writers.js';
import { HttpClient } from './http-client.js';
import { DRAWN, drawOf, SIGN_IN } from './plan.js';
import type { SitePlan } from './plan.js';
import { post } from './post.js';

interface Window {
  readonly clients: number;
  readonly warmMs: number;
  readonly countedMs: number;
}

export type LoadQuestion =
  /** Signs in so many devices. */
  | { readonly ask: 'sign-in'; readonly url: string; readonly devices: number }
  | (Window & {
      readonly ask: 'draws';
      readonly url: string;
      readonly sites: readonly SitePlan[];
      /** Draws of each site that were made before. */
      readonly made: readonly number[];
      /** Where nothing is kept, a draw may be repeated. */
      readonly mayRepeat: boolean;
    })
  | (Window & { readonly ask: 'insert'; readonly databaseUrl: string; readonly bytes: number })
  | (Window & { readonly ask: 'emmett'; readonly databaseUrl: string; readonly bytes: number });

/** What came of a window. */
export interface LoadAnswer {
  readonly perSecond: number;
  /** Milliseconds that half of the requests took at most, and all but one in a hundred. */
  readonly medianMs: number;
  readonly slowMs: number;
  /** All that were answered, also while warming up. */
  readonly answered: number;
  /** Draws of each site that were made by now. */
  readonly made: readonly number[];
}

const cookies = new Map<string, string[]>();

async function answer(question: LoadQuestion): Promise<object> {
  switch (question.ask) {
    case 'sign-in':
      return signIn(question.url, question.devices);
    case 'draws':
      return draws(question);
    case 'insert':
      return bare(question, await insertRows(question));
    case 'emmett':
      return bare(question, await appendToHotStream(question));
  }
}

async function signIn(url: string, devices: number): Promise<object> {
  const known: string[] = [];
  for (let device = 0; device < devices; device += 1)
    known.push((await post(url, '/api/session', SIGN_IN)).cookie);
  cookies.set(url, known);
  return {};
}

async function draws(question: LoadQuestion & { readonly ask: 'draws' }): Promise<LoadAnswer> {
  const { url, sites, mayRepeat } = question;
  const made = [...question.made];
  const { host } = new URL(url);
  let turn = 0;
  const clients = Array.from({ length: question.clients }, () => new HttpClient(url));
  const known = cookies.get(url) ?? [];
  const found = await drive(question, async (client) => {
    const site = turn++ % sites.length;
    const plan = sites[site];
    const number = made[site] ?? 0;
    if (plan === undefined || (number >= plan.orders && !mayRepeat)) return false;
    made[site] = number + 1;
    const { order, container } = drawOf(plan, number % plan.orders);
    const head =
      `POST /api/sites/${plan.site}/draws HTTP/1.1\r\nhost: ${host}\r\ncookie: ${known[client] ?? ''}\r\n` +
      `idempotency-key: ${randomUUID()}\r\n`;
    const occurredAt = new Date().toISOString();
    const quantity = { value: DRAWN, unit: 'mL' };
    const body = { posture: 'intended', occurredAt, order, lines: [{ container, quantity }] };
    const { status, body: said } = (await clients[client]?.post(head, JSON.stringify(body))) ?? {};
    if (status !== 201)
      throw new Error(`expected a draw, found ${status ?? 'nothing'}: ${said ?? ''}`);
    return true;
  });
  for (const client of clients) client.close();
  return { ...found, made };
}

async function bare(window: Window, { append, close }: Append): Promise<LoadAnswer> {
  const found = await drive(window, async (client) => {
    await append(client);
    return true;
  });
  await close();
  return { ...found, made: [] };
}

/** On a machine that others keep busy, a window stays open until something was answered, yet not for ever. */
const LEAST_ANSWERED = 16;
const LONGEST_WINDOW_MS = 60_000;

/** Has every client do its work again and again until the window closes; `work` says false when there is no more. */
async function drive(
  { clients, warmMs, countedMs }: Window,
  work: (client: number) => Promise<boolean>,
): Promise<Omit<LoadAnswer, 'made'>> {
  const beganMs = performance.now() + warmMs;
  const endMs = beganMs + countedMs;
  const tookMs: number[] = [];
  let lastMs = beganMs;
  let answered = 0;
  const isOpen = (nowMs: number): boolean =>
    nowMs < endMs || (tookMs.length < LEAST_ANSWERED && nowMs < endMs + LONGEST_WINDOW_MS);
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        const askedMs = performance.now();
        if (!isOpen(askedMs) || !(await work(client))) return;
        const nowMs = performance.now();
        answered += 1;
        if (nowMs < beganMs || !isOpen(nowMs)) continue;
        tookMs.push(nowMs - askedMs);
        lastMs = nowMs;
      }
    }),
  );
  if (tookMs.length === 0) throw new Error('nothing was answered in time');
  tookMs.sort((a, b) => a - b);
  const at = (part: number): number => tookMs[Math.floor(tookMs.length * part)] ?? 0;
  return {
    perSecond: (1000 * tookMs.length) / (lastMs - beganMs),
    medianMs: at(0.5),
    slowMs: at(0.99),
    answered,
  };
}

// The other end is built together with this one.
answerQuestions(
  (question) => answer(question as LoadQuestion),
  () => Promise.resolve(),
);
