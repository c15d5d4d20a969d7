/** Differences that no tolerance catches, as their sums go, beside the limits at which they are asked about. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Panel, Read, Table } from '../parts/page.js';
import { CoursePlot } from '../parts/plots.js';
import { useHere, useName } from '../session/session.js';
import { monthOf } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.trends;
type Course = Schemas['CourseDto'];
type Signal = Schemas['SignalDto'];

export function Courses({ months }: { months: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/monitoring', { params: { site: site.site }, query: { months } }),
  );
  return (
    <Panel title={say.courses} wide>
      <p className="quiet">{say.coursesSays}</p>
      <Read query={query}>
        {({ courses, signals, usualShortPerDraw, usualOverfill }) =>
          courses.length === 0 ? (
            <p className="quiet">{say.noCourses}</p>
          ) : (
            <>
              <p className="quiet num">
                {say.usual} {usualShortPerDraw} mL · {say.usualOverfill} {usualOverfill} mL
              </p>
              <ul className="courses" role="list">
                {courses.map((course) => (
                  <CourseLine
                    key={`${course.scope} ${course.subject}`}
                    course={course}
                    signal={signals.find(
                      ({ scope, subject }) => scope === course.scope && subject === course.subject,
                    )}
                  />
                ))}
                {signals
                  .filter(({ scope }) => scope === 'container')
                  .map((signal) => (
                    <li key={signal.subject}>
                      <h3>
                        <Link href={`/vials/${signal.subject}`} className="num">
                          {words.today.vial} {signal.subject}
                        </Link>
                      </h3>
                      <SignalTold signal={signal} />
                    </li>
                  ))}
              </ul>
            </>
          )
        }
      </Read>
    </Panel>
  );
}

function CourseLine({ course, signal }: { course: Course; signal: Signal | undefined }) {
  const name = useName();
  const { scope, subject, limit } = course;
  const sums = course.points.map(({ sum }) => Number(sum));
  const title = scope === 'person' ? name(subject) : monthOf(subject);
  const figures = `${say.highest} ${Math.max(0, ...sums).toFixed(2)} · ${say.now} ${(sums.at(-1) ?? 0).toFixed(2)} · ${say.limit} ${limit}`;
  return (
    <li>
      <h3>{title}</h3>
      <CoursePlot says={`${title}: ${figures}`} limit={limit} sums={sums} />
      <p className="num small">{figures}</p>
      {signal === undefined ? <Mark as="good">{say.within}</Mark> : <SignalTold signal={signal} />}
      <details>
        <summary>{say.table}</summary>
        <Table label={title} numbers={[0, 1]} head={[words.ledger.line, say.sum]}>
          {course.points.map(({ line, sum }) => (
            <tr key={line}>
              <td className="num">
                <Link href={`/ledger/${line}`}>{line}</Link>
              </td>
              <td className="num">{sum}</td>
            </tr>
          ))}
        </Table>
      </details>
    </li>
  );
}

function SignalTold({ signal }: { signal: Signal }) {
  return (
    <>
      <Mark as="due">
        {say.passed} <LineLink line={signal.passedAt} />
      </Mark>
      <details>
        <summary>
          {say.beyond} <span className="num">{signal.beyondExpected} mL</span>
        </summary>
        <Table
          label={`${say.linesOf} ${signal.subject}`}
          numbers={[0, 2, 3]}
          head={[words.ledger.line, words.today.vial, say.short, say.draws]}
        >
          {signal.lines.map(({ line, container, short, draws, own }) => (
            <tr key={`${line} ${container}`}>
              <td className="num">
                <Link href={`/ledger/${line}`}>{line}</Link>
              </td>
              <td className="num">{container}</td>
              <td className="num">{short}</td>
              <td className="num">
                {own} / {draws}
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </>
  );
}
