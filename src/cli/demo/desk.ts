import { CommandRefused } from '../command-refused.js';
import type { Chance } from './random.js';
import type { Colleague } from './cast.js';

/** An answer that the demonstration did not expect: it ends there, with the service's own words. */
export class UnexpectedAnswer extends CommandRefused {
  constructor(
    message: string,
    /** Code of the refusal, where the service gave one. */
    readonly code: string | null = null,
  ) {
    super(message);
  }
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Answers after which a person proves again who they are. */
const NEEDS_PROOF = new Set(['session.locked', 'session.missing', 'entry.reauthentication-needed']);

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly path: string;
  readonly body?: Json;
  readonly key?: string;
}

/** One person at one device: a session, and a second person who may sign beside them. */
export class Desk {
  #cookie = '';
  #who: Pick<Colleague, 'signInName' | 'password'> | undefined;

  constructor(
    private readonly url: string,
    private readonly chance: Chance,
  ) {}

  async signIn(who: Pick<Colleague, 'signInName' | 'password'>): Promise<void> {
    this.#who = who;
    const { signInName, password } = who;
    const body = { signInName, password };
    await this.expect({ method: 'POST', path: '/api/session', body }, [200, 201]);
  }

  /** A colleague who was just added chooses a password and a PIN of their own. */
  async chooseSecrets(
    current: string,
    { password, pin }: Pick<Colleague, 'password' | 'pin'>,
  ): Promise<void> {
    const body = { current, password, pin };
    await this.expect({ method: 'PUT', path: '/api/session/secrets', body }, [200, 204]);
  }

  async get(path: string): Promise<Record<string, unknown>> {
    return (await this.expect({ method: 'GET', path }, [200])).body;
  }

  async post(path: string, body: Json): Promise<Record<string, unknown>> {
    return (await this.expect({ method: 'POST', path, body, key: this.chance.uuid() }, [200, 201]))
      .body;
  }

  /** Records an act under a key that was chosen before, so that a signature could be given for it. */
  async record(path: string, body: Json, key: string): Promise<Record<string, unknown>> {
    return (await this.expect({ method: 'POST', path, body, key }, [201])).body;
  }

  uuid(): string {
    return this.chance.uuid();
  }

  async send(call: Call): Promise<Answer> {
    const response = await fetch(`${this.url}${call.path}`, {
      method: call.method,
      headers: {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    this.#keepCookie(response);
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
  }

  /** Sends a file and gives the SHA-256 by which entries name it. */
  async upload(
    path: string,
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
  ): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
    const send = async (): Promise<Answer> => {
      const headers = { cookie: this.#cookie };
      const response = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: form });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    };
    const { body } = await this.#proved(send, { method: 'POST', path }, [201]);
    return String(body['sha256']);
  }

  /** The bytes of a report. */
  async download(path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.#cookie } });
    if (response.status !== 200) {
      const body = (await response.json()) as Answer['body'];
      throw unexpected({ method: 'GET', path }, { status: response.status, body });
    }
    return new Uint8Array(await response.arrayBuffer());
  }

  expect(call: Call, statuses: readonly number[]): Promise<Answer> {
    return this.#proved(() => this.send(call), call, statuses);
  }

  /** Sends it, proving first who sits here where the session locked or the last proof is too old for a signature. */
  async #proved(
    send: () => Promise<Answer>,
    call: Pick<Call, 'method' | 'path'>,
    statuses: readonly number[],
  ): Promise<Answer> {
    let answer = await send();
    if (NEEDS_PROOF.has(String(answer.body.code)) && this.#who !== undefined) {
      const { password } = this.#who;
      const proof = await this.send({
        method: 'POST',
        path: '/api/session/proof',
        body: { password },
      });
      if (proof.status >= 400) await this.signIn(this.#who);
      answer = await send();
    }
    if (statuses.includes(answer.status)) return answer;
    throw unexpected(call, answer);
  }

  #keepCookie(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? '';
  }
}

/** In one sentence or two: what was asked, and what the service says to it. */
function unexpected({ method, path }: Pick<Call, 'method' | 'path'>, answer: Answer): Error {
  const { code, title, detail, facts } = answer.body;
  const says = [title, detail].filter((text, index, all) => text && all.indexOf(text) === index);
  const named = facts === undefined ? '' : ` ${JSON.stringify(facts)}`;
  return new UnexpectedAnswer(
    `The demonstration asked ${method} ${path} and was answered ${answer.status} (${String(code)}): ${says.join(' ')}${named}`,
    typeof code === 'string' ? code : null,
  );
}
