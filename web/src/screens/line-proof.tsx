/** The proof of a line: computed here and told in plain words, or saved for somebody who trusts neither screen nor service. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { addressOf, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { NotProved } from '../proof/log-check.js';
import { proveLine } from '../proof/prove-line.js';
import type { ProvenLine } from '../proof/prove-line.js';
import { useHere, useNow } from '../session/session.js';
import { whole } from '../words/amounts.js';
import { wholeTime } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.proof;

export function LineProof({ entry }: { entry: Schemas['WholeEntryDto'] }) {
  const { site } = useHere();
  const { line, leafHash: shownHash } = entry;
  const now = new Date(useNow()).toISOString();
  const proving = useMutation({
    mutationFn: () => proveLine({ site: site.site, line, shownHash, now }),
  });
  const address = addressOf('/api/sites/{site}/entries/{line}/proof', {
    params: { site: site.site, line },
  });
  return (
    <div className="stack proof">
      <p className="quiet small">
        {words.ledger.leafHash} <code>{shownHash}</code>
      </p>
      <p className="row wrap">
        <Button
          variant="default"
          size="xs"
          loading={proving.isPending}
          onClick={() => {
            proving.mutate();
          }}
        >
          {say.check}
        </Button>
        <a className="small" href={address} download={`line-${line}.tlog-proof`}>
          {say.save}
        </a>
      </p>
      <div role="status">
        {proving.data !== undefined && <Proven of={proving.data} line={line} />}
      </div>
      <Failed error={proving.error} />
    </div>
  );
}

function Proven({ of, line }: { of: ProvenLine; line: number }) {
  const { zone } = useHere();
  const { head, before, growth, leaf } = of;
  const isGood = growth === 'first' || growth === 'grown';
  return (
    <div className={isGood ? 'notice notice-yes' : 'notice notice-no'}>
      <p>
        <Mark as="good">
          {words.ledger.line} {line} {say.stands} {whole(head.size)} {say.asRecorded}
        </Mark>
      </p>
      <p>
        <Mark as={isGood ? 'good' : 'bad'}>
          {say.growth[growth]}
          {before !== null &&
            ` ${whole(before.size)} ${say.seen} ${wholeTime(before.seenAt, zone)}.`}
        </Mark>
      </p>
      {!isGood && <p>{say.whatNow}</p>}
      <p className="quiet small">{say.how}</p>
      <details className="beside">
        <summary>{say.bytes}</summary>
        <pre className="leaf" tabIndex={0}>
          {leaf}
        </pre>
      </details>
    </div>
  );
}

function Failed({ error }: { error: Error | null }) {
  if (error === null) return null;
  if (!(error instanceof NotProved))
    return <ProblemNotice problem={error instanceof Refused ? error.problem : 'unreachable'} />;
  const isOfBrowser = error.flaw === 'unsupported';
  return (
    <div className={isOfBrowser ? 'notice notice-warn' : 'notice notice-no'} role="alert">
      <p className="notice-title">{say.flaws[error.flaw]}</p>
      {!isOfBrowser && <p>{say.whatNow}</p>}
    </div>
  );
}
