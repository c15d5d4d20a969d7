/** All that the ledger says about some discrepancies and the losses that came of them: what was done, and what is due. */
import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Reading } from '../parts/page.js';
import { Timeline } from '../parts/timeline.js';
import type { Duty } from '../parts/timeline.js';
import { useHere, useName, useNow } from '../session/session.js';
import { dateAt, daysBetween } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.cases;
type Event = Schemas['CaseEventDto'];

export function CaseTimeline(props: {
  cases: readonly string[];
  losses: readonly string[];
  /** Day until which a discrepancy that is open is to be looked into. */
  due?: string | null;
}) {
  const { site } = useHere();
  const events = useQueries({
    queries: props.cases.map((id) =>
      reading('/api/sites/{site}/discrepancies/{case}/timeline', {
        params: { site: site.site, case: id },
      }),
    ),
    combine: (read) => ({
      items: read.flatMap(({ data }) => data?.items ?? []),
      isPending: read.some(({ isPending }) => isPending),
    }),
  });
  const clocks = useQueries({
    queries: props.losses.map((id) =>
      reading('/api/sites/{site}/losses/{loss}/clocks', {
        params: { site: site.site, loss: id },
      }),
    ),
    combine: (read) => read.flatMap(({ data }) => data?.items ?? []),
  });
  const dutyOf = useDuty();
  // Discrepancies of one loss share its lines.
  const lines = new Map(events.items.map((event) => [event.line, event]));
  if (events.isPending) return <Reading />;
  return (
    <Timeline
      happened={[...lines.values()]
        .sort((one, other) => one.line - other.line)
        .map((event) => ({
          key: String(event.line),
          at: event.occurredAt,
          says: <Happened event={event} />,
        }))}
      due={[
        ...(props.due == null ? [] : [dutyOf({ until: props.due, what: say.lookedInto })]),
        ...clocks.flatMap(({ duty, to, due, lastDay, rule, status }) => {
          const until = lastDay ?? due;
          if (until === null || status === 'done' || status === 'done-late') return [];
          return [dutyOf({ until, what: `${spelled(duty)}, ${to}`, rule })];
        }),
      ].sort((one, other) => one.until.localeCompare(other.until))}
    />
  );
}

function Happened({ event }: { event: Event }) {
  const name = useName();
  const { line, performer, signatures, files, note } = event;
  const others = signatures.filter(({ person }) => person !== performer);
  return (
    <>
      <p>
        <strong>{doneIn(event)}</strong> · {name(performer)}
        {others.map(({ person, meaning }) => (
          <span key={person} className="quiet">
            {' '}
            · {spelled(meaning).toLowerCase()} {say.by} {name(person)}
          </span>
        ))}
      </p>
      {note !== null && <p>{note}</p>}
      <p className="quiet small num">
        {words.ledger.line} <Link href={`/ledger/${line}`}>{line}</Link>
        {files.length > 0 && ` · ${files.length} ${say.files}`}
      </p>
    </>
  );
}

/** What a line of a case did, in a few words. */
function doneIn({ part, act, kind }: Event): string {
  const what = spelled(act ?? kind);
  if (part === 'loss') return `${say.loss}: ${what.toLowerCase()}`;
  return PARTS[part] ?? what;
}

const PARTS: Readonly<Record<string, string>> = {
  opened: say.opened,
  'found-again': say.foundAgain,
  explains: say.explains,
};

/** How far off its day is, told in days. */
function useDuty() {
  const { zone } = useHere();
  const today = dateAt(new Date(useNow()).toISOString(), zone);
  return (of: {
    readonly until: string;
    readonly what: string;
    readonly rule?: string | null;
  }): Duty => {
    const { until, what, rule = null } = of;
    const left = daysBetween(today, until.includes('T') ? dateAt(until, zone) : until);
    const isLate = left < 0;
    return {
      key: `${what} ${until}`,
      until,
      isLate,
      says: (
        <>
          <p>
            <strong>{what}</strong>{' '}
            <Mark as={isLate ? 'bad' : 'due'}>
              {isLate
                ? `${say.overdue} ${-left} d`
                : left === 0
                  ? say.today
                  : `${say.left} ${left} d`}
            </Mark>
          </p>
          {rule !== null && <p className="quiet small">{rule}</p>}
        </>
      ),
    };
  };
}
