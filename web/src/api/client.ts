/** Asks the service. What the service refuses is thrown as `Refused`, what never reached it as `Unreachable`. */
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];
export type Problem = Schemas['ProblemDto'];

type Method = 'get' | 'post' | 'put' | 'delete';
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never;
}[keyof paths];
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : undefined;
type AnswerOf<Operation> = Operation extends { responses: infer R }
  ? R extends { 200: infer Ok }
    ? Json<Ok>
    : R extends { 201: infer Made }
      ? Json<Made>
      : undefined
  : never;
type BodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer T } };
}
  ? T
  : undefined;

export interface At {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
}

/** The service answered, and its answer is no. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(problem.code);
  }
}

/** Nobody knows whether the service has heard it. */
export class Unreachable extends Error {}

const ANSWER_LIMIT_MS = 30_000;

export const get = <P extends PathOf<'get'>>(
  path: P,
  at: At = {},
  signal?: AbortSignal,
): Promise<AnswerOf<paths[P]['get']>> =>
  reach(addressOf(path, at), { method: 'GET' }, signal).then(readAnswer<AnswerOf<paths[P]['get']>>);

export const post = <P extends PathOf<'post'>>(
  path: P,
  at: At,
  body: BodyOf<paths[P]['post']>,
  key: string = newKey(),
): Promise<AnswerOf<paths[P]['post']>> => ask('POST', addressOf(path, at), body, key);

export const put = <P extends PathOf<'put'>>(
  path: P,
  at: At,
  body: BodyOf<paths[P]['put']>,
): Promise<AnswerOf<paths[P]['put']>> => ask('PUT', addressOf(path, at), body, newKey());

export const remove = <P extends PathOf<'delete'>>(path: P, at: At = {}): Promise<undefined> =>
  ask('DELETE', addressOf(path, at));

/** An act, whose body its screen has made; the service checks its form. */
export const record = <T>(path: PathOf<'post'>, at: At, body: object, key: string): Promise<T> =>
  ask('POST', addressOf(path, at), body, key);

/** An answer that is no JSON: a text, or bytes. */
export async function fetched(address: string): Promise<Response> {
  const answer = await reach(address, { method: 'GET' });
  if (!answer.ok) await readAnswer(answer);
  return answer;
}

/** A file of the site's, kept under its hash. */
export async function upload(site: string, file: File): Promise<Schemas['StoredFileDto']> {
  const form = new FormData();
  form.append('file', file);
  const address = addressOf('/api/sites/{site}/files', { params: { site } });
  return readAnswer(await reach(address, { method: 'POST', body: form }));
}

/** A key under which one act is recorded, however often it is sent. */
export const newKey = (): string => crypto.randomUUID();

export function addressOf(path: string, { params = {}, query = {} }: At): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no ${name} for ${path}`);
    return encodeURIComponent(value);
  });
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
}

async function ask<T>(method: string, address: string, body?: unknown, key?: string): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key !== undefined) headers['idempotency-key'] = key;
  const init =
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  return readAnswer<T>(await reach(address, init));
}

/** Told to the window whenever it changes: whether the service answers. */
export const REACH = 'service.reach';
let isReached = true;

function tellReach(now: boolean): void {
  if (isReached === now) return;
  isReached = now;
  window.dispatchEvent(new CustomEvent<boolean>(REACH, { detail: now }));
}

async function reach(address: string, init: RequestInit, leaving?: AbortSignal): Promise<Response> {
  try {
    const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const signal = leaving === undefined ? limit : AbortSignal.any([limit, leaving]);
    const answer = await fetch(address, { ...init, signal });
    tellReach(true);
    return answer;
  } catch (error) {
    // Whoever asked has gone on; that says nothing about the service.
    if (leaving?.aborted === true) throw error;
    tellReach(false);
    throw new Unreachable('the service did not answer', { cause: error });
  }
}

async function readAnswer<T>(answer: Response): Promise<T> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.ok) return (type.includes('json') ? await answer.json() : undefined) as T;
  if (!type.includes('problem+json')) throw new Unreachable(`answered ${answer.status}`);
  const problem = (await answer.json()) as Problem;
  // The act may have been recorded or not; the same key asks again.
  if (answer.status >= 500) throw new Unreachable(problem.title);
  const wait = Number(answer.headers.get('retry-after'));
  if (problem.code === 'session.locked' || problem.code === 'session.missing') {
    window.dispatchEvent(new CustomEvent(problem.code));
  }
  throw new Refused(problem, Number.isFinite(wait) && wait > 0 ? wait : undefined);
}
