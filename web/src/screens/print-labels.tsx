/** The button that makes labels; what draws the codes is loaded when it is pressed. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { words } from '../words/words.js';
import type { Label } from './labels.js';

const Labels = lazy(() => import('./labels.js'));

export function PrintLabels({ labels }: { labels: readonly Label[] }) {
  const [times, setTimes] = useState(0);
  return (
    <div className="stack">
      <div className="row">
        <Button
          variant="default"
          onClick={() => {
            setTimes(times + 1);
          }}
        >
          {words.labels.print}
        </Button>
      </div>
      {times > 0 && (
        <Suspense>
          <Labels key={times} labels={labels} />
        </Suspense>
      )}
    </div>
  );
}
