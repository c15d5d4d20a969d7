/** What was refused: what happened, why, and what to do next. */
import { Refused } from '../api/client.js';
import type { Problem } from '../api/client.js';
import { spelled, words } from '../words/words.js';

/** Why something could not be asked. */
export const ProblemOf = ({ error }: { error: Error | null }) =>
  error === null ? null : (
    <ProblemNotice problem={error instanceof Refused ? error.problem : 'unreachable'} />
  );

export function ProblemNotice({ problem }: { problem: Problem | 'unreachable' | null }) {
  if (problem === null) return null;
  if (problem === 'unreachable') {
    return (
      <p className="notice notice-warn" role="alert">
        {words.offline}
      </p>
    );
  }
  const facts = Object.entries(problem.facts as Record<string, unknown>);
  return (
    <section className="notice notice-no" role="alert">
      <p className="notice-title">
        <span aria-hidden="true">✕ </span>
        {problem.detail}
      </p>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{spelled(name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())}</dt>
              <dd>{told(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {problem.errors !== undefined && (
        <ul>
          {problem.errors.map(({ field, says }) => (
            <li key={`${field} ${says}`}>
              <code>{field}</code> {says}
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>{words.act.next}:</strong> {problem.next}
      </p>
      <p className="quiet small">{problem.code}</p>
    </section>
  );
}

function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(told).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
