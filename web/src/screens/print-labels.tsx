/** The button that makes labels; what draws the codes is loaded when it is pressed. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { labelCode } from '../scan/codes.js';
import { useLocationName } from '../session/session.js';
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

/** The labels of containers: where they lie is told by its name. */
export function useContainerLabel() {
  const locationName = useLocationName();
  return (held: Pick<Label, 'item' | 'location'> & { readonly container: string }): Label => ({
    number: held.container,
    code: labelCode.container(held.container),
    item: held.item,
    location: locationName(held.location),
  });
}
