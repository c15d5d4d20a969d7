import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { archiveOf } from '../../../reports/archive.js';
import type { Printed } from '../../../reports/document.js';
import { encodeUtf8 } from '../../evidence/bytes.js';
import { exportFiles } from '../../evidence/log-export.js';
import type { SignedHead } from '../../ledger/checkpoints.js';
import type { DocumentName } from './documents.js';
import { packetNumber } from './contents-document.js';
import { PACKET_ORDER } from './documents.js';
import { Digest } from './digest.js';
import type { PrintingOptions } from './printing-options.js';
import type { PrintOutcome } from './printing.js';
import type { PrintedOf } from './document-request.js';

const FORMATS_OF_PACKET = ['pdf', 'csv', 'json', 'xlsx'] as const;

/** What a packet is made from: documents of one site at one checkpoint, and its log. */
export interface PacketParts {
  readonly head: SignedHead;
  /** Opens a document once, to be printed in each form. */
  readonly open: (document: DocumentName, printed: PrintedOf) => Promise<PrintAs>;
  readonly leaves: () => AsyncIterable<Uint8Array>;
}

/** Prints an open document in a form, and ends the stream. */
export type PrintAs = (
  format: (typeof FORMATS_OF_PACKET)[number],
  out: Writable,
  options: PrintingOptions,
) => Promise<PrintOutcome>;

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of a signed print: the hash of what it is without its signature, which anybody can have printed again. */
  readonly unsignedSha256?: string;
}

/**
 * Writes an inspection packet: every document of the period in the order in which an investigator asks for them, on paper and
 * for machines, the sheet of contents that their pages were counted for, the entries with checkpoint and proofs as a C2SP log,
 * and a manifest of hashes. One file after the other, so
 * that memory does not grow with it; the manifest comes last, and a packet without one is not whole.
 */
export async function writePacket(
  parts: PacketParts,
  out: Writable,
  { onProgress, signal }: PrintingOptions,
): Promise<void> {
  const zip = new ZipFile();
  const archive = archiveOf(zip);
  zip.on('error', (error: Error) => archive.destroy(error));
  const left = new AbortController();
  const filled = fill(zip, parts, {
    signal: signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  filled.catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error('the packet was not written'));
  });
  try {
    await pipeline(archive, out, signal === undefined ? {} : { signal });
    await filled;
  } finally {
    // Where the packet was given up, nothing goes on reading the ledger for it.
    left.abort(new Error('the packet was given up'));
    await filled.catch(() => undefined);
  }
}

type Write = (digest: Digest) => Promise<PrintOutcome | undefined>;
/** Before the first document, wherever files are listed by their names. */
const CONTENTS_NUMBER = '00';

async function fill(
  zip: ZipFile,
  { head, open, leaves }: PacketParts,
  options: PrintingOptions,
): Promise<void> {
  const listed: Listed[] = [];
  const add = (path: string, write: Write): Promise<void> =>
    addFile(zip, { path, at: head.recordedAt, listed, write });
  const printed = new Map<DocumentName, Printed>();
  const printedOf: PrintedOf = (document) => Promise.resolve(found(printed, document));
  const addForms = async (document: DocumentName, number: string): Promise<void> => {
    const printAs = await open(document, printedOf);
    for (const format of FORMATS_OF_PACKET) {
      const signal = options.signal === undefined ? {} : { signal: options.signal };
      await add(`${number}-${document}.${format}`, async (digest) => {
        const outcome = await printAs(format, digest, signal);
        if (outcome.printed !== null) printed.set(document, outcome.printed);
        return outcome;
      });
    }
  };
  for (const [index, document] of PACKET_ORDER.entries()) {
    await addForms(document, packetNumber(index));
    options.onProgress?.((index + 1) / (PACKET_ORDER.length + 1));
  }
  await addForms('contents', CONTENTS_NUMBER);
  const log = { checkpoint: head.note, vkey: head.vkey, leaves: leaves() };
  for await (const { path, bytes } of exportFiles(log)) {
    await add(`log/${path}`, written(bytes));
  }
  const { origin, size, keyId } = head;
  const root = Buffer.from(head.root).toString('base64');
  const manifest = { origin, size, root, keyId, checkpoint: head.note, files: listed };
  const text = encodeUtf8(`${JSON.stringify(manifest, null, 2)}\n`);
  await add('manifest.json', written(text));
  zip.end();
  options.onProgress?.(1);
}

function found(printed: ReadonlyMap<DocumentName, Printed>, document: DocumentName): Printed {
  const own = printed.get(document);
  if (own === undefined) throw new Error(`expected ${document} to be printed before its contents`);
  return own;
}

const written =
  (bytes: Uint8Array): Write =>
  async (digest) => {
    await pipeline(Readable.from([bytes]), digest);
    return undefined;
  };

async function addFile(
  zip: ZipFile,
  file: {
    readonly path: string;
    readonly at: string;
    readonly listed: Listed[];
    readonly write: Write;
  },
): Promise<void> {
  const digest = new Digest();
  zip.addReadStream(digest, file.path, { mtime: new Date(file.at), mode: 0o100644 });
  const [, outcome] = await Promise.all([once(digest, 'end'), file.write(digest)]);
  const unsigned = outcome?.unsigned ?? null;
  file.listed.push({
    path: file.path,
    bytes: digest.bytes,
    sha256: digest.hash,
    ...(unsigned === null ? {} : { unsignedSha256: unsigned }),
  });
}
