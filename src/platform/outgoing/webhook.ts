/**
 * Messages to programs of others, signed after the Standard Webhooks specification. The address was typed in by a person,
 * so it is trusted with nothing: see `public-address.ts`.
 */
import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../clock.js';
import { isLoopback } from '../config/loopback.js';
import { codeOf } from '../start-error.js';
import { isPublic } from './public-address.js';

/** Why a message did not arrive. `webhook.gone` is the receiver's wish to hear no more. */
export class WebhookFailed extends Error {
  override readonly name = 'WebhookFailed';

  constructor(
    /** "webhook.status-503", "webhook.address-refused", "webhook.unreachable". */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** One message. */
export interface WebhookMessage {
  /** The same for the same message, however often it is sent: the receiver knows it again. */
  readonly id: string;
  readonly url: string;
  /** "whsec_…": one, or two while a renewed one is put in at the receiver. It is signed with each of them. */
  readonly secrets: readonly string[];
  readonly body: string;
}

interface Parts {
  readonly clock: Clock;
  /** Whether a program on this machine may be meant, over plain HTTP too. */
  readonly reachesThisMachine: boolean;
  /** Every address of a name; the system's own look-up unless another is given. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Whose certificates are believed, as PEM; Node.js's own list unless another is given. */
  readonly authorities?: string;
}

const systemLookup = (host: string): Promise<readonly LookupAddress[]> =>
  lookup(host, { all: true });

const LIMIT_MS = 10_000;
const LONGEST_URL = 500;
const MOST_HEADER_BYTES = 16_384;

export class Webhooks {
  constructor(private readonly parts: Parts) {}

  /**
   * Why an address cannot be one: undefined where nothing in its text speaks against it. A name is looked up only when a
   * message is sent, each time anew, because it may then mean another machine.
   */
  problemOf(text: string): string | undefined {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || text.length > LONGEST_URL) return 'not an address';
    if (url.username !== '' || url.password !== '') return 'holds a name or a password';
    if (url.hash !== '') return 'holds a fragment';
    const host = hostOf(url);
    const isHere = isLoopback(host);
    if (isHere && this.parts.reachesThisMachine) {
      return ['https:', 'http:'].includes(url.protocol) ? undefined : 'neither HTTPS nor HTTP';
    }
    if (url.protocol !== 'https:') return 'not HTTPS';
    if (isHere || (isIP(host) !== 0 && !isPublic(host))) return 'not a public host';
    return undefined;
  }

  /** Sends it once; resolves with the status of a receiver that took it. Rejects with `WebhookFailed`. */
  async send(message: WebhookMessage): Promise<number> {
    if (this.problemOf(message.url) !== undefined)
      throw new WebhookFailed('webhook.address-refused');
    if (message.secrets.length === 0) throw new Error('a webhook without a secret');
    const url = new URL(message.url);
    const address = await this.#resolve(hostOf(url));
    const { authorities: ca } = this.parts;
    const status = await post(
      url,
      { address, ...(ca === undefined ? {} : { ca }) },
      {
        headers: this.#headersOf(message),
        body: message.body,
      },
    );
    if (status === 410) throw new WebhookFailed('webhook.gone');
    if (status < 200 || status > 299) throw new WebhookFailed(`webhook.status-${status}`);
    return status;
  }

  #headersOf({ id, secrets, body }: WebhookMessage): Readonly<Record<string, string>> {
    const at = new Date(this.parts.clock.now());
    return {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Countersign',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      // Signatures beside each other, as the specification has them: a receiver takes the message if one of them is good.
      'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, at, body)).join(' '),
    };
  }

  /** The address that the connection then uses: a name that is looked up again could mean another machine by then. */
  async #resolve(host: string): Promise<LookupAddress> {
    const resolve = this.parts.resolve ?? systemLookup;
    const found = await resolve(host).catch((error: unknown) => {
      throw new WebhookFailed('webhook.name-unknown', { cause: error });
    });
    const isReachable = ({ address }: LookupAddress): boolean =>
      isLoopback(host) ? isLoopback(address) : isPublic(address);
    const [first] = found;
    // One address that is not public refuses them all: whoever names such a host has something else in mind.
    if (first === undefined || !found.every(isReachable)) {
      throw new WebhookFailed('webhook.address-refused');
    }
    return first;
  }
}

/** Without the brackets of an IPv6 address. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();

/** Posts to one pinned address; follows nothing, and reads no more of the answer than its status. */
function post(
  url: URL,
  {
    address: { address, family },
    ...trust
  }: { readonly address: LookupAddress; readonly ca?: string },
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<number> {
  const pinned: LookupFunction = (_host, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers,
      agent: false,
      lookup: pinned,
      ...trust,
      maxHeaderSize: MOST_HEADER_BYTES,
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    sent.once('response', (response) => {
      // Whatever it says is not read: what a stranger writes belongs into no log.
      response.on('error', () => undefined).destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', (error) => {
      reject(new WebhookFailed(failureOf(error), { cause: error }));
    });
    sent.end(body);
  });
}

function failureOf(error: Error): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'webhook.no-answer';
  const code = codeOf(error) ?? '';
  return /CERT|TLS|SSL|SIGNATURE/.test(code) ? 'webhook.certificate' : 'webhook.unreachable';
}
