/**
 * A site's ledger in memory, byte for byte as the writer makes one: rules, leaves, commitments, hashes and signatures are
 * the real ones. Only the database is missing.
 */
import { apply } from '../../../src/domain/apply.js';
import { Slice } from '../../../src/domain/book.js';
import { decide } from '../../../src/domain/decide.js';
import type { Context } from '../../../src/domain/decision.js';
import type { Entry } from '../../../src/domain/entry.js';
import { asId } from '../../../src/domain/ids.js';
import type { EntryId, LeafHash, LedgerId, PersonId } from '../../../src/domain/ids.js';
import { businessDateOf, instant, plus } from '../../../src/domain/measures/instant.js';
import type { Instant } from '../../../src/domain/measures/instant.js';
import type { Organisation } from '../../../src/domain/organisation.js';
import type { Grant, Person, Signature } from '../../../src/domain/person.js';
import type { PersonalField, Request } from '../../../src/domain/request.js';
import { encodeBase64, encodeHex, encodeUtf8 } from '../../../src/evidence/bytes.js';
import { encode } from '../../../src/evidence/canonical.js';
import { signCheckpoint } from '../../../src/evidence/checkpoint.js';
import { sha256 } from '../../../src/evidence/hash.js';
import { ED25519, encodeVkey, type SigningKey, verifierKeyOf } from '../../../src/evidence/note.js';
import { type Edge, EMPTY_EDGE, extend, leafHash, rootOf } from '../../../src/evidence/tree.js';
import { commitTo, type SaltedField } from '../../../src/ledger/confidential.js';
import { encodeLeaf, encodeRequest } from '../../../src/ledger/leaf/leaf.js';
import { contentHash, type Content, wordsFor } from '../../../src/ledger/signed-content.js';
import { type Cast, ClinicStory, PRODUCT, type Signers, SITE, SUPPLIER } from './clinic-story.js';

const CUSTODIAN: PersonId = asId('person-2');
const CLINICIAN: PersonId = asId('person-3');
const WITNESS: PersonId = asId('person-4');
const MINUTES_BETWEEN = 3;

export const CAST: Cast = {
  custodian: CUSTODIAN,
  clinician: CLINICIAN,
  witness: WITNESS,
  product: asId('product-5'),
  supplier: asId('supplier-6'),
};

const seed = (what: string): Uint8Array => sha256(encodeUtf8(what));
const hash = (what: string): LeafHash => encodeBase64(seed(what)) as LeafHash;

export class MemoryLedger {
  readonly origin: string;
  readonly key: SigningKey;
  readonly vkey: string;
  readonly leaves: Uint8Array[] = [];
  /** Lines of personal.jsonl. */
  readonly personal: string[] = [];
  readonly book = new Slice('whole');
  private edge: Edge = EMPTY_EDGE;
  private last: LeafHash | '' = '';
  private now = instant('2026-03-02T14:00:00Z');
  private readonly organisation: Organisation;

  constructor(readonly id: LedgerId = asId('k3v9q2x7m1b4')) {
    this.origin = `clinic.invalid/csl/site/${id}`;
    this.key = { name: this.origin, type: ED25519, seed: seed(`key of ${id}`) };
    this.vkey = encodeVkey(verifierKeyOf(this.key));
    this.organisation = organisationOf(id, this.now);
  }

  /** A ledger with its opening, its first inventory and so many infusions: about five lines each. */
  static async with(infusions: number): Promise<MemoryLedger> {
    const ledger = new MemoryLedger();
    ledger.open();
    const story = ledger.story();
    await story.begin();
    for (let number = 0; number < infusions; number += 1) await story.infusion();
    return ledger;
  }

  get size(): number {
    return this.edge.size;
  }

  open(): void {
    const { id: ledger, origin, vkey: verifierKey, now: occurredAt } = this;
    this.append(
      {
        kind: 'opened',
        ledger,
        origin,
        clock: 'simulated',
        verifierKey,
        site: SITE,
        organisation: null,
        posture: 'done',
        occurredAt,
        reason: null,
        confirmed: [],
        personal: [],
      },
      'system',
    );
  }

  story(): ClinicStory {
    return new ClinicStory(
      (request, by) => Promise.resolve(this.append(request, by.performer, by.second)),
      CAST,
      () => {
        this.now = plus(this.now, { minutes: MINUTES_BETWEEN });
        return this.now;
      },
    );
  }

  /** The signed note of the present head. */
  checkpoint(): string {
    const { origin, edge } = this;
    return signCheckpoint({ origin, size: edge.size, root: rootOf(edge) }, this.key);
  }

  /** Appends a leaf as it is, whatever it says. */
  appendLeaf(leaf: Uint8Array): void {
    const digest = leafHash(leaf);
    this.leaves.push(leaf);
    this.edge = extend(this.edge, digest).edge;
    this.last = encodeBase64(digest) as LeafHash;
  }

  private append(
    request: Request,
    performer: PersonId | 'system',
    second?: Signers['second'],
  ): Entry {
    const id = entryId(`${this.id} ${this.size}`);
    const fields = salted(id, request.personal);
    const content: Content = {
      log: this.origin,
      entry: id,
      kind: request.kind,
      performer,
      transcriber: null,
      source: 'manual',
      occurredAt: request.occurredAt,
      commitments: commitTo(id, fields),
      request: encodeRequest(request, 1),
    };
    const signatures = this.sign(content, second);
    const effects = this.decide(request, content, signatures);
    const entry = this.entryOf(request, content, signatures, effects);
    apply(this.book, entry.seq, effects);
    this.book.takeChanges();
    for (const { field, retention, salt, value } of fields) {
      const line = {
        entry: id,
        field,
        line: entry.seq,
        retention,
        salt: encodeBase64(salt),
        value,
      };
      this.personal.push(Buffer.from(encode(line)).toString('utf8'));
    }
    this.appendLeaf(encodeLeaf(entry, content.request));
    return entry;
  }

  private decide(request: Request, content: Content, signatures: readonly Signature[]) {
    const context: Context = {
      ledger: this.id,
      entry: content.entry,
      seq: this.size,
      recordedAt: this.now,
      performer: content.performer,
      provedAt: this.now,
      signatures,
      book: this.book,
      organisation: this.organisation,
      commitmentOf: (field) => hash(field),
      leafHashOf: (line) =>
        encodeBase64(leafHash(this.leaves[line] ?? new Uint8Array())) as LeafHash,
    };
    const decision = decide(request, context);
    if (decision.accepted) return decision.effects;
    throw new Error(`${request.kind} refused: ${JSON.stringify(decision.rejection)}`);
  }

  private sign(content: Content, second: Signers['second']): readonly Signature[] {
    if (content.performer === 'system') return [];
    const performed = { person: content.performer, meaning: 'performed' as const, seen: [] };
    return [performed, ...(second === undefined ? [] : [second])].map(
      ({ person, meaning, seen }) => {
        const words = wordsFor(content.kind);
        return {
          person,
          meaning,
          method: meaning === 'performed' ? 'session' : 'password',
          seen,
          licenseClass: 'RN',
          name: hash(`name of ${person}`),
          initials: hash(`initials of ${person}`),
          signedAt: this.now,
          hash: contentHash(content, { signer: person, meaning, seen, words }),
          words,
        };
      },
    );
  }

  private entryOf(
    request: Request,
    content: Content,
    signatures: readonly Signature[],
    effects: Entry['effects'],
  ): Entry {
    const { log, entry: id, kind, performer, source, commitments } = content;
    return {
      log,
      seq: this.size,
      id,
      kind,
      version: 1,
      recordedAt: this.now,
      occurredAt: request.occurredAt,
      zone: SITE.zone,
      businessDate: businessDateOf(request.occurredAt, SITE.zone),
      clock: 'simulated',
      performer,
      transcriber: null,
      source,
      signatures,
      organisationSize: 7,
      previous: this.last,
      commitments,
      request: { ...request, personal: [] },
      effects,
    };
  }
}

function salted(entry: string, personal: readonly PersonalField[]): readonly SaltedField[] {
  return [...personal]
    .sort((a, b) => (a.field < b.field ? -1 : 1))
    .map((field) => ({ ...field, salt: seed(`salt of ${field.field} of ${entry}`) }));
}

/** A UUID that is always the same for the same words. */
function entryId(words: string): EntryId {
  const hex = encodeHex(seed(words));
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return asId([...parts, hex.slice(20, 32)].join('-'));
}

function organisationOf(ledger: LedgerId, at: Instant): Organisation {
  const person = (id: PersonId): [PersonId, Person] => [
    id,
    {
      noun: 'person',
      id,
      status: 'active',
      licenseClass: 'RN',
      nameCommitment: hash(`name of ${id}`),
      initialsCommitment: hash(`initials of ${id}`),
      namedIn: id,
    },
  ];
  const grant = (id: PersonId, roles: Grant['roles']): [string, Grant] => [
    `${id}@${ledger}`,
    { noun: 'grant', id: `${id}@${ledger}`, person: id, site: ledger, roles, until: null },
  ];
  return {
    size: 7,
    sites: new Map([[ledger, { noun: 'site', id: ledger, openedAt: at, ...SITE }]]),
    persons: new Map([CUSTODIAN, CLINICIAN, WITNESS].map(person)),
    grants: new Map([
      grant(CUSTODIAN, ['custodian']),
      grant(CLINICIAN, ['clinician']),
      grant(WITNESS, ['clinician', 'witness']),
    ]),
    products: new Map([
      [CAST.product, { noun: 'product', id: CAST.product, status: 'approved', ...PRODUCT }],
    ]),
    suppliers: new Map([
      [CAST.supplier, { noun: 'supplier', id: CAST.supplier, status: 'active', ...SUPPLIER }],
    ]),
  };
}
