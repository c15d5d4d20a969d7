/**
 * Writes ledgers as files that anyone can verify without us: the layout of C2SP tlog-tiles, the log's key beside it, and
 * personal data, where they are asked for, in a file apart. Memory does not grow with the ledger.
 *
 * Not handled: files that other entries name by hash (invoices, scans). Their hashes are in the leaves.
 */
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import { exportFiles } from '../evidence/log-export.js';
import type { Checkpoints, SignedHead } from './checkpoints.js';
import { decodeLeaf } from './leaf/leaf.js';
import type { LedgerReader } from './ledger-reader.js';
import { encodePersonalPart, PERSONAL_FILE } from './offline/personal-file.js';

export interface ExportParts {
  readonly reader: LedgerReader;
  readonly checkpoints: Checkpoints;
}

export interface ExportOrder {
  readonly ledger: LedgerId;
  /** A folder that does not exist yet, or is empty. */
  readonly folder: string;
  readonly personal: 'left-out' | 'included';
  /** Told now and then how many lines were written, of how many. */
  readonly onProgress?: (lines: number, of: number) => void;
}

/** The folder cannot be written to as asked, or there is nothing to write. The message says what to do. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
}

const LINES_PER_REPORT = 500;
const PERSONAL_AT_ONCE = 200;
const PRIVATE = 0o600;
/** Whoever opens the folder of an export with personal data is its owner. */
const PRIVATE_FOLDER = 0o700;

/** Exports one ledger as it is at this moment. The checkpoint is written last: a folder that has one is complete. */
export async function exportLedger(parts: ExportParts, order: ExportOrder): Promise<SignedHead> {
  const { ledger, folder } = order;
  const head = await parts.checkpoints.now(ledger);
  if (head === undefined) throw new ExportRefused(`there is no line in ledger ${ledger} to export`);
  await requireEmpty(folder);
  const personal =
    order.personal === 'included' ? await PersonalWriter.open(parts.reader, order) : null;
  try {
    const leaves = leavesOf(parts.reader, { order, head, personal });
    for await (const file of exportFiles({ checkpoint: head.note, vkey: head.vkey, leaves })) {
      const path = join(folder, file.path);
      await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
      await writeFile(path, file.bytes, { flag: 'wx' });
    }
  } finally {
    await personal?.close();
  }
  order.onProgress?.(head.size, head.size);
  return head;
}

async function* leavesOf(
  reader: LedgerReader,
  exporting: {
    readonly order: ExportOrder;
    readonly head: SignedHead;
    readonly personal: PersonalWriter | null;
  },
): AsyncGenerator<Uint8Array> {
  const { order, head, personal } = exporting;
  for await (const { seq, leaf } of reader.leaves(order.ledger, { from: 0, to: head.size })) {
    if (seq % LINES_PER_REPORT === 0) order.onProgress?.(seq, head.size);
    await personal?.take(leaf);
    // Whoever takes the last leaf asks for no more.
    if (seq === head.size - 1) await personal?.flush();
    yield leaf;
  }
}

/** Writes the personal parts of lines in their order. */
class PersonalWriter {
  private waiting: Pick<Entry, 'id' | 'seq'>[] = [];

  private constructor(
    private readonly reader: LedgerReader,
    private readonly ledger: LedgerId,
    private readonly file: FileHandle,
  ) {}

  static async open(reader: LedgerReader, order: ExportOrder): Promise<PersonalWriter> {
    const file = await open(join(order.folder, PERSONAL_FILE), 'wx', PRIVATE);
    return new PersonalWriter(reader, order.ledger, file);
  }

  async take(leaf: Uint8Array): Promise<void> {
    const { id, seq, commitments } = decodeLeaf(leaf);
    if (commitments.length > 0) this.waiting.push({ id, seq });
    if (this.waiting.length >= PERSONAL_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const entries = this.waiting;
    this.waiting = [];
    const found = await this.reader.personal(
      this.ledger,
      entries.map(({ id }) => id),
    );
    const parts = entries.flatMap(({ id, seq }) =>
      (found.get(id) ?? []).map((field) => encodePersonalPart({ ...field, entry: id, line: seq })),
    );
    if (parts.length > 0) await this.file.write(Buffer.concat(parts));
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

async function requireEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if ((await readdir(folder)).length === 0) return;
  throw new ExportRefused(`the folder ${folder} is not empty: name one that is, or a new one`);
}
