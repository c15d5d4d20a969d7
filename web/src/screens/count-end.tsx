/** What came of a count or an inventory: its line, and the differences that it opened. */
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { LineLink } from '../parts/line-link.js';
import type { Schemas } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { words } from '../words/words.js';

const say = words.count;

export function CountEnd({ entry }: { entry: Schemas['MovingDto'] }) {
  const { line, discrepancies } = entry;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <section className="notice notice-yes" role="status" tabIndex={-1} ref={box}>
      <p className="notice-title">
        <span aria-hidden="true">✓ </span>
        {words.act.recorded} <LineLink line={line} />
      </p>
      {discrepancies.length > 0 ? (
        <p>
          <Mark as="bad">{say.differs}</Mark>{' '}
          {discrepancies.map((id) => (
            <Link key={id} href={`/discrepancies/${id}`} className="num">
              {id}{' '}
            </Link>
          ))}
        </p>
      ) : (
        <p>
          <Mark as="good">{say.agreed}</Mark>
        </p>
      )}
    </section>
  );
}
