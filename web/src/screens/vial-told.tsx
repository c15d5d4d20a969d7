/** The vial in the hand while somebody draws: what it is, what the volume is in words, and what is unusual about either. */
import type { Schemas } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { asMilligrams, decimal, exact, shown } from '../words/amounts.js';
import type { Amount } from '../words/amounts.js';
import { dateAt, day, dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.bedside;
type Vial = Schemas['WholeContainerDto'];

export function VialTold(props: { container: Vial; volume: string; dose: Amount }) {
  const { container, volume } = props;
  const { name, labeler, strength, lot, expires, remaining, status } = container;
  const amount = exact(volume);
  const left = amount === undefined ? undefined : (exact(remaining.value) ?? 0n) - amount;
  const milligrams = asMilligrams(volume, strength);
  const unusual = useUnusual(container);
  return (
    <div className="vial-told" aria-live="polite">
      <p>
        <strong>
          {name}, {strength}
        </strong>{' '}
        <span className="quiet">{labeler}</span>
      </p>
      <p className="quiet">
        {words.scan.lot} {lot} · {words.scan.expires} {day(expires)} · {spelled(status)}
      </p>
      <p className="sum">
        {milligrams !== undefined && (
          <>
            <span className="num">
              {volume} {remaining.unit}
            </span>{' '}
            = <strong className="num">{milligrams}</strong>
            <Against milligrams={milligrams} dose={props.dose} />
          </>
        )}
        {left !== undefined && (
          <span>
            {say.leaves}{' '}
            <strong className="num">
              {decimal(left)} {remaining.unit}
            </strong>{' '}
            <span className="quiet">/ {shown(remaining)}</span>
          </span>
        )}
        {left !== undefined && left < 0n && <Mark as="bad">{say.overVial}</Mark>}
      </p>
      {unusual.map((each) => (
        <p key={each}>
          <Mark as="bad">{each}</Mark>
        </p>
      ))}
    </div>
  );
}

/** The milligrams beside those of the order, where they are not the same. */
function Against({ milligrams, dose }: { milligrams: string; dose: Amount }) {
  const [drawn, ordered] = [exact(milligrams.replace(/ mg$/, '')), exact(dose.value)];
  if (drawn === undefined || ordered === undefined || drawn === 0n || drawn === ordered)
    return null;
  const isMore = drawn > ordered;
  return (
    <Mark as={isMore ? 'bad' : 'plain'}>
      {isMore ? say.moreThanOrdered : say.lessThanOrdered} {shown(dose)}
    </Mark>
  );
}

/** What the register will object to, told before anybody draws. */
function useUnusual({ beyondUseAt, expires, quarantine, status }: Vial): readonly string[] {
  const { zone } = useHere();
  const now = new Date(useNow()).toISOString();
  const isPastUse = beyondUseAt !== null && beyondUseAt < now;
  return [
    ...(isPastUse ? [`${say.pastUseSince} ${dayAndTime(beyondUseAt, zone)}`] : []),
    ...(expires < dateAt(now, zone) ? [`${say.expiredOn} ${day(expires)}`] : []),
    ...(quarantine === null ? [] : [`${words.vials.quarantined}: ${spelled(quarantine)}`]),
    ...(status === 'closed' ? [say.isClosed] : []),
  ];
}
