/** What a new register needs before its first infusion, in the order in which it is done; each step to whom it is open. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { reading } from '../api/queries.js';
import { INVENTORY_TAKERS, rolesAt } from '../shell/places.js';
import { Mark, Panel } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.firstSteps;

export function FirstSteps() {
  const { people, roles } = useHere();
  const products = useQuery(reading('/api/products'));
  const suppliers = useQuery(reading('/api/suppliers'));
  const isApproved = (products.data ?? []).some(({ status }) => status === 'approved');
  const steps = [
    { href: '/people', says: say.people, isDone: people.size > 1 },
    { href: '/products', says: say.products, isDone: isApproved },
    { href: '/suppliers', says: say.suppliers, isDone: (suppliers.data ?? []).length > 0 },
    { href: '/policies', says: say.policies, isDone: false },
    { href: '/inventory', says: say.inventory, isDone: false },
  ].filter(({ href }) =>
    (href === '/inventory' ? INVENTORY_TAKERS : rolesAt(href)).some((role) => roles.has(role)),
  );
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
