/** What a new register needs before its first infusion, in the order in which it is done. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { reading } from '../api/queries.js';
import { Mark, Panel } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.firstSteps;

export function FirstSteps() {
  const { people } = useHere();
  const products = useQuery(reading('/api/products'));
  const isApproved = (products.data ?? []).some(({ status }) => status === 'approved');
  const steps = [
    { href: '/people', says: say.people, isDone: people.size > 1 },
    { href: '/products', says: say.products, isDone: isApproved },
    { href: '/policies', says: say.policies, isDone: false },
    { href: '/inventory', says: say.inventory, isDone: false },
    { href: '/suppliers', says: say.suppliers, isDone: false },
  ];
  return (
    <Panel title={say.title} wide>
      <ol className="lines">
        {steps.map(({ href, says, isDone }) => (
          <li key={href}>
            <Link className="grow" href={href}>
              {says}
            </Link>
            {isDone && <Mark as="good">{say.done}</Mark>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
