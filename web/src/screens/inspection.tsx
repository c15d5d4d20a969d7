/** The inspector's desk: where everything read only begins, the signed head of the ledger, and what was shown to whom. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addressOf, get, Refused } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.inspection;
const JOURNAL_LINES = 20;

export default function Inspection() {
  const { site, zone } = useHere();
  const name = useName();
  const params = { site: site.site };
  const head = useQuery({
    queryKey: ['checkpoint', site.site],
    queryFn: async () =>
      (await fetch(addressOf('/api/sites/{site}/checkpoint', { params }))).text(),
  });
  const journal = useQuery(
    reading('/api/sites/{site}/journal', { params, query: { limit: JOURNAL_LINES } }),
  );
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <div className="board">
        {[
          ['/ledger', words.nav.ledger],
          ['/vials', words.nav.vials],
          ['/discrepancies', words.nav.discrepancies],
          ['/losses', words.nav.losses],
          ['/reconciliation', words.nav.reconciliation],
          ['/reports', words.nav.reports],
        ].map(([href = '', label]) => (
          <Link key={href} href={href} className="card">
            <span>{label}</span>
          </Link>
        ))}
      </div>
      <Panel
        title={say.checkpoint}
        beside={
          <a href={addressOf('/api/sites/{site}/log.vkey', { params })} download="log.vkey">
            {say.key}
          </a>
        }
      >
        <pre className="checkpoint" tabIndex={0}>
          {head.data}
        </pre>
      </Panel>
      <PageCheck />
      <Panel title={say.journal}>
        <Read query={journal}>
          {({ items }) => (
            <Table
              label={say.journal}
              numbers={[0]}
              head={[
                words.ledger.line,
                words.ledger.at,
                words.ledger.who,
                words.ledger.kind,
                words.ledger.about,
              ]}
            >
              {items.map((line) => (
                <tr key={line.line}>
                  <td className="num">{line.line}</td>
                  <td className="when">{dayAndTime(line.at, zone)}</td>
                  <td>{name(line.person)}</td>
                  <td>{spelled(line.kind)}</td>
                  <td className="about">{line.about.filter(isReadable).join(', ')}</td>
                </tr>
              ))}
            </Table>
          )}
        </Read>
      </Panel>
    </Page>
  );
}

/** Hashes and identities stand in the journal for whoever compares; here they would hide what matters. */
const isReadable = (about: string): boolean => !/^(?:identity|sha256) /.test(about);

/** A page on paper is held against the register. */
function PageCheck() {
  const { site } = useHere();
  const [code, setCode] = useState('');
  const checked = useMutation({
    mutationFn: () =>
      get('/api/sites/{site}/reports/page-check', {
        params: { site: site.site },
        query: { code: code.trim() },
      }),
  });
  return (
    <Panel title={say.page}>
      <p className="quiet">{say.pageSays}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          checked.mutate();
        }}
      >
        <TextInput
          label={say.pageCode}
          value={code}
          required
          autoComplete="off"
          data-scan="own"
          onChange={typed(setCode)}
        />
        <div className="row">
          <Button type="submit" loading={checked.isPending}>
            {say.check}
          </Button>
        </div>
      </form>
      {checked.error !== null && (
        <ProblemNotice
          problem={checked.error instanceof Refused ? checked.error.problem : 'unreachable'}
        />
      )}
      {checked.data !== undefined && (
        <section className="stack" role="status">
          <p>
            <Mark as={checked.data.standing === 'as-printed' ? 'good' : 'bad'}>
              {STANDINGS[checked.data.standing]}
            </Mark>
          </p>
          {checked.data.text !== null && (
            <>
              <h3>{say.reads}</h3>
              <pre className="checkpoint" tabIndex={0}>
                {checked.data.text}
              </pre>
            </>
          )}
        </section>
      )}
    </Panel>
  );
}

const STANDINGS = {
  'as-printed': say.asPrinted,
  differs: say.differs,
  'other-release': say.otherRelease,
} as const;
