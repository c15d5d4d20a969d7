/** One line of the ledger, with its correction or its original beside it, and its proof. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import type { Schemas } from '../api/client.js';
import { Recorded } from '../act/act-form.js';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { CustodyAccount } from '../parts/custody-account.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { wholeTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { LineProof } from './line-proof.js';
import { Correction, isCorrectable } from './line-correction.js';

const say = words.ledger;
type Whole = Schemas['WholeEntryDto'];

export default function Line({ line }: { line: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/entries/{line}', { params: { site: site.site, line } }),
  );
  const [last, setLast] = useState<Schemas['RecordedDto'] | null>(null);
  const beside = query.data === undefined ? null : besideOf(query.data);
  return (
    <Page title={`${say.line} ${line}`}>
      {last !== null && <Recorded answer={last} />}
      <div className="board two">
        <Read query={query}>{(entry) => <Entry entry={entry} />}</Read>
        {beside !== null && <Beside line={beside} />}
        {query.data !== undefined && <ToCorrect entry={query.data} onRecorded={setLast} />}
      </div>
    </Page>
  );
}

function ToCorrect({
  entry,
  onRecorded,
}: {
  entry: Whole;
  onRecorded: (answer: Schemas['RecordedDto']) => void;
}) {
  const { roles } = useHere();
  const [isOpen, setOpen] = useState(false);
  const mayCorrect = ['registrant', 'custodian', 'clinician'].some((role) => roles.has(role));
  if (!mayCorrect || entry.correctedBy !== null) return null;
  return (
    <Panel
      title={words.correct.title}
      beside={
        isCorrectable(entry) && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? words.close : words.correct.title}
          </Button>
        )
      }
    >
      {isOpen ? (
        <Correction line={entry} onRecorded={onRecorded} />
      ) : (
        <p className="quiet">{isCorrectable(entry) ? words.correct.says : words.correct.none}</p>
      )}
    </Panel>
  );
}

/** The correction of this line, or the line that it corrects. */
const besideOf = ({ correctedBy, corrects }: Whole): string | null =>
  correctedBy === null ? (corrects === null ? null : String(corrects.line)) : String(correctedBy);

function Beside({ line }: { line: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/entries/{line}', { params: { site: site.site, line } }),
  );
  return <Read query={query}>{(entry) => <Entry entry={entry} isBeside />}</Read>;
}

/** Each noun once. What is said of a container is said of the vial that stands beside it already. */
function About({ of }: { of: Whole['about'] }) {
  const things = of.map(({ noun, id }) => ({
    noun: noun === 'condition' ? 'container' : noun,
    id,
  }));
  return [...new Set(things.map(({ noun }) => noun))].map((noun) => {
    const ids = things.filter((thing) => thing.noun === noun).map(({ id }) => id);
    const [first, ...others] = [...new Set(ids)];
    const last = others.at(-1);
    return (
      <span key={noun} className="block">
        {spelled(noun)} <span className="num">{first}</span>
        {last !== undefined && (
          <>
            {others.length > 1 ? ' … ' : ', '}
            <span className="num">{last}</span>
            {others.length > 1 && <span className="quiet"> ({others.length + 1})</span>}
          </>
        )}
      </span>
    );
  });
}

function Entry({ entry, isBeside = false }: { entry: Whole; isBeside?: boolean }) {
  const { zone } = useHere();
  const name = useName();
  const withUnit = useWithUnit();
  const {
    line,
    kind,
    occurredAt,
    recordedAt,
    performer,
    movements,
    signatures,
    flags,
    correctedBy,
    personal,
    about,
  } = entry;
  return (
    <Panel
      title={`${line} · ${spelled(kind)}`}
      beside={isBeside ? <Link href={`/ledger/${line}`}>{say.whole}</Link> : undefined}
    >
      <div className={correctedBy === null ? 'stack' : 'stack is-corrected'}>
        {correctedBy !== null && (
          <p className="notice notice-warn">
            {say.corrected} <LineLink line={correctedBy} />
          </p>
        )}
        <dl className="facts">
          <div>
            <dt>{say.at}</dt>
            <dd className="num">{wholeTime(occurredAt, zone)}</dd>
          </div>
          <div>
            <dt>{say.recorded}</dt>
            <dd className="num">{wholeTime(recordedAt, zone)}</dd>
          </div>
          <div>
            <dt>{say.who}</dt>
            <dd>{name(performer)}</dd>
          </div>
          {about.length > 0 && (
            <div>
              <dt>{say.about}</dt>
              <dd>
                <About of={about} />
              </dd>
            </div>
          )}
          {flags.length > 0 && (
            <div>
              <dt>{say.flags}</dt>
              <dd>
                {flags.map(({ code }) => (
                  <Mark key={code} as="due">
                    {spelled(code)}
                  </Mark>
                ))}
              </dd>
            </div>
          )}
        </dl>
        {movements.length > 0 && (
          <div className="moved">
            <Table
              label={say.moved}
              head={[say.from, say.to, say.moved, say.balance]}
              numbers={[2, 3]}
            >
              {movements.map((movement, index) => (
                <tr key={index}>
                  <td>
                    <CustodyAccount account={movement.from} />
                  </td>
                  <td>
                    <CustodyAccount account={movement.to} />
                  </td>
                  <td className="num">
                    <strong>{withUnit(movement.quantity, movement.item)}</strong>
                  </td>
                  <td className="num">{withUnit(movement.onHand, movement.item)}</td>
                </tr>
              ))}
            </Table>
          </div>
        )}
        <Table label={say.signatures} head={[say.signatures, say.meaning, say.seen]}>
          {signatures.map((signature) => (
            <tr key={signature.hash + signature.person}>
              <td>{name(signature.person)}</td>
              <td>
                {spelled(signature.meaning)} · {spelled(signature.method)}
              </td>
              <td>{signature.seen.map(spelled).join(', ')}</td>
            </tr>
          ))}
        </Table>
        {personal.length > 0 && (
          <dl className="facts">
            <div className="wide">
              <dt>{say.persons}</dt>
              <dd>
                {personal.map(({ field, value }) => (
                  <span key={field} className="block">
                    {spelled(field)}: {value}
                  </span>
                ))}
              </dd>
            </div>
          </dl>
        )}
        <LineProof entry={entry} />
      </div>
    </Panel>
  );
}
