import type { Fact } from '../../../reports/facts.js';
import { personDocument } from '../../../reports/person-entries.js';
import type { LineProof } from '../../../reports/person-entries.js';
import type { RegisterLine } from '../../../reports/register-lines.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { LICENSE_WORDS, LINE_WORDS } from '../../../reports/words.js';
import type { LineKind } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import type { PersonId } from '../../domain/ids.js';
import type { Kind } from '../../domain/request.js';
import { ManyProofs } from '../../evidence/tree-prover.js';
import { leafHash as hashOf, verifyInclusion } from '../../evidence/tree.js';
import { entriesOfKinds, pagesOfKinds } from './entries-of-kinds.js';
import type { DocumentParts } from './ledger-document.js';
import type { DocumentRequest } from './document-request.js';
import { registerLine } from './register-line.js';
import { seenWords } from './wording.js';

// The keys of the words are kinds of entry.
const PRINTED_KINDS = Object.keys(LINE_WORDS) as readonly (LineKind & Kind)[];

/** What one person made, typed, signed or witnessed (B13), in register order. */
export function personOf(parts: DocumentParts, { scope }: DocumentRequest): TableDocument {
  const { person } = scope.narrow;
  if (person === undefined) throw new Error('expected a person, found none');
  return personDocument({
    head: parts.head,
    facts: () => factsOfPerson(parts, person),
    lines: () => lines(parts, person),
    proofs: () => proofs(parts, person),
  });
}

/** As they were called when the last line below the size was recorded. */
async function factsOfPerson(
  { reading }: DocumentParts,
  person: PersonId,
): Promise<readonly Fact[]> {
  const line = reading.size - 1;
  const last = (await reading.entries([line])).get(line);
  if (last === undefined) throw new Error(`expected line ${line}, found none`);
  const { printedName, initials, licenseClass } = reading.staff.called(person, last);
  return [
    { name: 'Printed name', value: printedName },
    { name: 'Initials', value: initials },
    { name: 'License class', value: LICENSE_WORDS[licenseClass] },
  ];
}

async function* lines(parts: DocumentParts, person: PersonId): AsyncGenerator<RegisterLine> {
  const isOwn = (entry: Entry): boolean => partOf(entry, person) !== '';
  for await (const { entry, leaf, around } of entriesOfKinds(parts, PRINTED_KINDS, {
    isWanted: isOwn,
    mark: person,
  })) {
    const hash = base64(hashOf(leaf));
    yield { ...registerLine(entry, around, hash), part: partOf(entry, person) };
  }
}

async function* proofs(parts: DocumentParts, person: PersonId): AsyncGenerator<LineProof> {
  const { reader, ledger, size } = parts.reading;
  const { root } = parts.head.checkpoint;
  const tree = new ManyProofs(size, reader.subtrees(ledger));
  const isOwn = (entry: Entry): boolean => partOf(entry, person) !== '';
  for await (const page of pagesOfKinds(parts, PRINTED_KINDS, {
    isWanted: isOwn,
    mark: person,
  })) {
    for (const { entry, leaf } of page) {
      const line = entry.seq;
      const hashes = await tree.inclusion(line);
      const leafHash = hashOf(leaf);
      // A leaf or a stored hash that went bad must not travel as a proof of ours.
      if (!verifyInclusion({ index: line, size, leafHash, proof: hashes, root }))
        throw new Error(`expected line ${line} under the checkpoint, found another hash`);
      yield { line, leafHash: base64(leafHash), hashes: hashes.map(base64) };
    }
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function partOf({ performer, transcriber, signatures }: Entry, person: PersonId): string {
  const signed = signatures
    .filter((each) => each.person === person && each.meaning !== 'performed')
    .map(({ meaning, seen }) => `${meaning}${seen.length === 0 ? '' : `: saw ${seenWords(seen)}`}`);
  return [
    ...(performer === person ? ['performed'] : []),
    ...(transcriber === person ? ['typed'] : []),
    ...signed,
  ].join('; ');
}
