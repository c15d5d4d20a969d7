import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import type { Session } from '../identity/sessions.js';

const DEVICE_SECONDS = 400 * 86_400;
const DEVICE = /^[A-Za-z0-9_-]{43}$/;

/**
 * The two cookies of the service. Over TLS they are `__Host-` cookies: Secure, for this host and the whole of it only.
 *
 * Over plain HTTP, which the settings allow on a loopback address only, they have a plain name and no Secure: curl and
 * other clients do not send a Secure cookie over HTTP, and a `__Host-` name without Secure is refused by browsers.
 * Nothing leaves the machine then.
 */
export class Cookies {
  readonly #session: string;
  readonly #device: string;
  readonly #options: CookieSerializeOptions;

  constructor(config: Pick<Config, 'tls' | 'trustedProxies'>) {
    const isSecure = config.tls !== undefined || config.trustedProxies.length > 0;
    this.#session = isSecure ? '__Host-countersign' : 'countersign';
    this.#device = `${this.#session}-device`;
    this.#options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure };
  }

  /** Name of the session cookie, for the documentation. */
  get sessionName(): string {
    return this.#session;
  }

  session(request: FastifyRequest): string | undefined {
    return request.cookies[this.#session];
  }

  /** What an earlier sign-in left on this device; it lets nobody in, see `Attempts`. */
  device(request: FastifyRequest): string | null {
    const device = request.cookies[this.#device];
    return device !== undefined && DEVICE.test(device) ? device : null;
  }

  /** A session cookie ends with the browser, and the session behind it by itself. */
  setSession(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.#session, token, this.#options);
  }
  setDevice(reply: FastifyReply, device: string): void {
    void reply.setCookie(this.#device, device, { ...this.#options, maxAge: DEVICE_SECONDS });
  }
  clearSession(reply: FastifyReply): void {
    void reply.clearCookie(this.#session, this.#options);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: set by the access guard on every endpoint that is not for anyone. */
    session: Session | null;
  }
}
