/** A vial that was scanned first: the infusions of the day that it may be drawn for, the first of them under the hand. */
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client.js';
import { Panel } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { isOver, OrderCards, useDayOrders } from './order-cards.js';

export function DrawFor({ vial }: { vial: Schemas['WholeContainerDto'] }) {
  const { roles } = useHere();
  const mayBeDrawn = vial.status !== 'closed' && vial.quarantine === null;
  return roles.has('clinician') && mayBeDrawn ? <OpenInfusions vial={vial.container} /> : null;
}

function OpenInfusions({ vial }: { vial: string }) {
  const orders = useDayOrders();
  const cards = useRef<HTMLDivElement>(null);
  const open = (orders.data?.items ?? []).filter((order) => !isOver(order)).length;
  const isRead = orders.isSuccess;
  useEffect(() => {
    if (isRead && document.activeElement?.matches('body, h1, a, #scan') === true)
      cards.current?.querySelector('a')?.focus();
  }, [isRead]);
  return (
    <Panel title={words.bedside.drawFor} count={open}>
      <div ref={cards}>
        <OrderCards query={orders} names="shown" vial={vial} />
      </div>
    </Panel>
  );
}
