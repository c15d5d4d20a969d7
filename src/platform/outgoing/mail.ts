/** Mail to people, through the server that the operator names. */
import type { MailSettings } from '../config/mail-settings.js';
import { codeOf } from '../start-error.js';

/** Why a message was not taken by the mail server. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';

  constructor(
    /** "mail.refused-550", "mail.unreachable". */
    readonly code: string,
    /** Whether the server may take it another time. */
    readonly next: 'try-again' | 'give-up',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** One message of plain text. */
export interface MailMessage {
  /** The same for the same message, however often it is sent. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const CONNECT_LIMIT_MS = 10_000;
const SILENCE_LIMIT_MS = 20_000;

export class Mail {
  constructor(
    private readonly settings: MailSettings | undefined,
    /** Whose certificates are believed, as PEM; Node.js's own list unless another is given. */
    private readonly authorities?: string,
  ) {}

  /** Whether the operator has named a server. */
  get isSetUp(): boolean {
    return this.settings !== undefined;
  }

  /** Sends it once. Rejects with `MailFailed`. */
  async send({ id, to, subject, text }: MailMessage): Promise<void> {
    if (this.settings === undefined) throw new MailFailed('mail.not-set-up', 'try-again');
    const { createTransport } = await import('nodemailer');
    const { host, port, encryption, user, password, from } = this.settings;
    const transport = createTransport({
      host,
      port,
      secure: encryption === 'from-the-start',
      requireTLS: encryption === 'before-anything-is-said',
      ...(this.authorities === undefined ? {} : { tls: { ca: this.authorities } }),
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: CONNECT_LIMIT_MS,
      greetingTimeout: CONNECT_LIMIT_MS,
      dnsTimeout: CONNECT_LIMIT_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`,
        // What a program sent needs no answer by another program (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw failureOf(error);
    } finally {
      transport.close();
    }
  }
}

const domainOf = (from: string): string => /@([^\s>@]+)>?$/.exec(from)?.[1] ?? 'localhost';

function failureOf(error: unknown): MailFailed {
  const status: unknown = Reflect.get(Object(error), 'responseCode');
  const code = codeOf(error) ?? '';
  const cause = { cause: error };
  if (code === 'ETLS') return new MailFailed('mail.not-encrypted', 'try-again', cause);
  if (typeof status === 'number' && status >= 400 && status <= 599) {
    // A message or mailbox refused with 5xx is refused tomorrow too (RFC 5321); a password may be corrected.
    const isFinal = status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
    return new MailFailed(`mail.refused-${status}`, isFinal ? 'give-up' : 'try-again', cause);
  }
  return new MailFailed('mail.unreachable', 'try-again', cause);
}
