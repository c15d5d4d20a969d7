/**
 * Reads request bodies: JSON only, of bounded size, depth and number of parts, with text that can be stored. What passes
 * here can be walked by validators without a limit of their own.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** Largest body of any endpoint but file uploads. A receipt of 150 containers with serial numbers takes a tenth. */
export const BODY_LIMIT_BYTES = 256 * 1024;

const MOST_LEVELS = 12;
const MOST_PARTS = 20_000;

/** Takes away every parser that Fastify brings and adds the only one we want. */
export function readJsonBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  // A key named __proto__ or constructor.prototype is refused while parsing.
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES },
    (request: FastifyRequest, body: string, done) => {
      void parse(request, body, (error, parsed: unknown) => {
        if (error !== null) {
          done(Problem.of('request.malformed'));
          return;
        }
        try {
          done(null, withPlainText(parsed));
        } catch (problem) {
          done(problem instanceof Error ? problem : new Error('unexpected throw'));
        }
      });
    },
  );
}

type Node = Record<string, unknown> | unknown[];

/**
 * Checks depth, size and text of a parsed body, and puts text into its composed form (NFC), in which it is hashed, stored
 * and compared. It does not recurse: a body may be nested deeper than the stack.
 */
export function withPlainText(body: unknown): unknown {
  if (typeof body === 'string') return plainText(body);
  if (!isNode(body)) return body;
  let level: readonly Node[] = [body];
  let parts = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw Problem.of('request.too-deep');
    const next: Node[] = [];
    for (const node of level) {
      const names = Object.keys(node);
      parts += names.length;
      if (parts > MOST_PARTS) throw Problem.of('request.too-deep');
      for (const name of names) {
        if (plainText(name) !== name) throw Problem.of('request.text-invalid');
        const value: unknown = Reflect.get(node, name);
        if (typeof value === 'string') Reflect.set(node, name, plainText(value));
        else if (isNode(value)) next.push(value);
      }
    }
    level = next;
  }
  return body;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

// Printable ASCII and the line feed.
const PLAIN = /^[\n\x20-\x7e]*$/;

/** Line ends and tabs take the one form that the ledger knows; other control characters have no place in a request. */
function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ');
  // PostgreSQL stores no NUL, and a broken surrogate has no UTF-8.
  if (/[\x00-\x09\x0b-\x1f\p{Surrogate}]/u.test(plain)) throw Problem.of('request.text-invalid');
  return plain.normalize('NFC');
}
