/**
 * One kept-alive connection that sends a request and reads its answer. The load shares two processors with what it
 * loads, so it does no more than it must: no redirects, no chunks, no decoding of what it does not look at.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: (\d+)/i;
const STATUS_AT = 'HTTP/1.1 '.length;

interface Waiting {
  readonly settle: (answer: HttpAnswer) => void;
  readonly fail: (error: Error) => void;
}

export class HttpClient {
  readonly #socket: Socket;
  #waiting: Waiting | undefined;
  #received = '';

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    // The service answers in ASCII but for names, which draws do not hold: a character is a byte.
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (part: string) => {
      this.#take(part);
    });
    this.#socket.on('error', (error) => this.#waiting?.fail(error));
    this.#socket.on('close', () => this.#waiting?.fail(new Error('the connection was closed')));
  }

  /** `head` is everything of the request above the length of its body. */
  post(head: string, body: string): Promise<HttpAnswer> {
    return new Promise((settle, fail) => {
      this.#waiting = { settle, fail };
      this.#socket.write(
        `${head}content-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/json\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(part: string): void {
    this.#received += part;
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const length = LENGTH.exec(this.#received.slice(0, headEnd))?.[1];
    if (length === undefined) {
      this.#waiting?.fail(new Error('expected an answer that says its length'));
      return;
    }
    const end = headEnd + HEAD_END.length + Number(length);
    if (this.#received.length < end) return;
    const status = Number(this.#received.slice(STATUS_AT, STATUS_AT + 3));
    const body = this.#received.slice(headEnd + HEAD_END.length, end);
    this.#received = this.#received.slice(end);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.settle({ status, body });
  }
}
