/** The lines behind one month of a trend. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { LineLink } from '../parts/line-link.js';
import { get } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { Panel } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { monthOf } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.trends;

export interface TrendQuestion {
  readonly item: string;
  readonly figure: Schemas['FigureTrendDto']['figure'];
  readonly month: string;
  readonly person: string;
}

export function TrendLines({ asked, unit }: { asked: TrendQuestion; unit: string }) {
  const { site } = useHere();
  const name = useName();
  const pages = useInfiniteQuery({
    queryKey: ['/api/sites/{site}/trends/lines', site.site, asked],
    queryFn: ({ pageParam }) =>
      get('/api/sites/{site}/trends/lines', {
        params: { site: site.site },
        query: { ...asked, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Panel title={`${say.linesOf} ${say.figures[asked.figure]}, ${monthOf(asked.month)}`}>
      {pages.isPending && (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      )}
      <ul className="lines" role="list">
        {items.map(({ line, quantity, people }, index) => (
          <li key={`${line} ${index}`}>
            <span>
              <LineLink line={line} /> {people.map(name).join(', ')}
            </span>
            <span className="num">
              {quantity} {unit}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="more" onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </button>
      )}
    </Panel>
  );
}
