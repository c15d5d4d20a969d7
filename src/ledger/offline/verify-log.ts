/**
 * Verifies one exported log from its folder alone: signature, tree and tiles (src/evidence), then every entry by the
 * codec of its kind, its signatures, its personal parts, and the whole book replayed. It stops at the first line that
 * is wrong.
 *
 * What it cannot know: whether the key is the log's, unless it is given one that was handed over before; and whether
 * the log once was longer, unless it is given checkpoints that were kept elsewhere.
 */
import type { ItemBalance } from '../../domain/entry.js';
import type { Checkpoint } from '../../evidence/checkpoint.js';
import { type CheckedLeaf, verifyExport } from '../../evidence/log-verify.js';
import { decodeUtf8 } from '../../evidence/bytes.js';
import { verifyCheckpoint } from '../../evidence/checkpoint.js';
import { EvidenceError } from '../../evidence/error.js';
import { CHECKPOINT_PATH, type FileStore, VKEY_PATH } from '../../evidence/file-store.js';
import { LeafError } from '../leaf/codec.js';
import { entryOf } from '../leaf/leaf.js';
import { BookReplay } from './book-replay.js';
import { EntryChecks } from './entry-checks.js';
import { folderStore } from './folder-store.js';
import { personalFileOf, PersonalChecks } from './personal-file.js';

/** A checkpoint that was kept elsewhere, with the name of the file that it came from. */
export interface KeptCheckpoint {
  readonly name: string;
  readonly note: string;
}

export interface LogToVerify {
  readonly folder: string;
  /** The log's vkey, as it was handed over before. */
  readonly vkey?: string;
  /** Checkpoints of this log that were kept elsewhere. */
  readonly kept?: readonly KeptCheckpoint[];
  /** Told now and then how many lines were checked, of how many. */
  readonly onProgress?: (lines: number, of: number) => void;
}

/** What verification found. */
export interface LogVerification {
  /** The first thing that is wrong, in one sentence; null when everything holds. */
  readonly wrong: string | null;
  /** The line that is wrong; null where it is not one line, or nothing is wrong. */
  readonly line: number | null;
  readonly lines: number;
  readonly checkpoint: Checkpoint | null;
  readonly vkey: string | null;
  /** The book at the end; null where it was not reached. */
  readonly items: readonly ItemBalance[] | null;
  /** How many personal fields there are, and how many of them open; null where the folder has none. */
  readonly personal: { readonly committed: number; readonly opened: number } | null;
}

const LINES_PER_REPORT = 1_000;

/** Carries what is wrong with a line out of the verification of the log. */
class WrongLine extends Error {
  constructor(
    readonly line: number | null,
    readonly sentence: string,
  ) {
    super(sentence);
  }
}

export async function verifyLog(log: LogToVerify): Promise<LogVerification> {
  const store = folderStore(log.folder);
  const personal = new PersonalChecks(await personalFileOf(log.folder));
  const book = new BookReplay();
  try {
    const checks = await Checks.of(store, { log, book, personal });
    const report = await verifyExport(store, {
      ...(log.vkey === undefined ? {} : { vkey: log.vkey }),
      kept: checks.requireKept(),
      onLeaf: (leaf) => checks.take(leaf),
    });
    const { finding, leaves, checkpoint, vkey } = report;
    if (finding !== null) {
      const { seq, message } = finding;
      return failed({ line: seq, wrong: message, lines: leaves, checkpoint, vkey });
    }
    const wrong = book.conclude() ?? (await personal.conclude());
    if (wrong !== null) return failed({ line: null, wrong, lines: leaves, checkpoint, vkey });
    const { committed, opened } = personal;
    return {
      wrong: null,
      line: null,
      lines: leaves,
      checkpoint,
      vkey,
      items: book.items(),
      personal: personal.isPresent ? { committed, opened } : null,
    };
  } catch (error) {
    if (!(error instanceof WrongLine)) throw error;
    const { line, sentence } = error;
    return failed({ line, wrong: sentence, lines: line ?? 0, checkpoint: null, vkey: null });
  } finally {
    await personal.close();
  }
}

function failed(
  found: Pick<LogVerification, 'line' | 'wrong' | 'lines' | 'checkpoint' | 'vkey'>,
): LogVerification {
  return { ...found, items: null, personal: null };
}

/** Everything about an entry that the tree does not know. */
class Checks {
  private constructor(
    private readonly entries: EntryChecks,
    private readonly head: Checkpoint | null,
    private readonly vkey: string,
    private readonly parts: {
      readonly log: LogToVerify;
      readonly book: BookReplay;
      readonly personal: PersonalChecks;
    },
  ) {}

  /** Needs the head for origin and key; where it cannot be read, verification ends before the first leaf. */
  static async of(store: FileStore, parts: Checks['parts']): Promise<Checks> {
    const [note, vkey] = await Promise.all([store.read(CHECKPOINT_PATH), store.read(VKEY_PATH)]);
    const text = decodeUtf8(vkey ?? new Uint8Array())?.replace(/\n$/, '') ?? '';
    const head = readHead(decodeUtf8(note ?? new Uint8Array()) ?? '', text);
    const log = { origin: head?.origin ?? '', vkey: text };
    return new Checks(new EntryChecks(log), head, text, parts);
  }

  /** The kept checkpoints, each of them signed by the key of this log. Nothing is asked of a log whose head is wrong. */
  requireKept(): readonly string[] {
    const { kept = [] } = this.parts.log;
    if (this.head === null) return [];
    for (const { name, note } of kept) {
      if (readHead(note, this.vkey) !== null) continue;
      const what = `the checkpoint in ${name} is not signed by the key of this log: one of them is not what it says`;
      throw new WrongLine(null, what);
    }
    return kept.map(({ note }) => note);
  }

  take(leaf: CheckedLeaf): Promise<void> | undefined {
    const { book, personal, log } = this.parts;
    const { seq } = leaf;
    const entry = decodeEntry(leaf);
    const wrong = this.entries.check(entry, leaf) ?? book.take(entry);
    if (wrong !== null) throw new WrongLine(seq, `line ${seq} is wrong: ${wrong}`);
    if (seq % LINES_PER_REPORT === 0) log.onProgress?.(seq, this.head?.size ?? 0);
    return personal.isPresent
      ? personal.check(entry).then((fault) => {
          if (fault !== null) throw new WrongLine(seq, `line ${seq} is wrong: ${fault}`);
        })
      : undefined;
  }
}

function readHead(note: string, vkey: string): Checkpoint | null {
  try {
    return verifyCheckpoint({ note, vkey });
  } catch (error) {
    if (error instanceof EvidenceError) return null;
    throw error;
  }
}

function decodeEntry(leaf: CheckedLeaf) {
  try {
    return entryOf(leaf.decode());
  } catch (error) {
    if (!(error instanceof LeafError)) throw error;
    const { seq } = leaf;
    throw new WrongLine(
      seq,
      `line ${seq} is wrong: it is no entry that this release knows (${error.message})`,
    );
  }
}
