/** A custody account in words, with the way to what it is about. */
import { Link } from 'wouter';
import { spelled, words } from '../words/words.js';

export function CustodyAccount({ account }: { account: string }) {
  const [type = '', ...rest] = account.split(':');
  const id = rest.join(':');
  switch (type) {
    case 'container':
      return (
        <>
          {words.today.vial}{' '}
          <Link href={`/vials/${id}`} className="num">
            {id}
          </Link>
        </>
      );
    case 'in-process':
      return (
        <>
          {spelled(type)}, {spelled('draw').toLowerCase()}{' '}
          <Link href={`/ledger/${id.replace(/-.*$/, '')}`} className="num">
            {id}
          </Link>
        </>
      );
    case 'held':
      return (
        <>
          {words.bedside.held}{' '}
          <Link href={`/bags/${encodeURIComponent(id)}`} className="num">
            {id}
          </Link>
        </>
      );
    default:
      return <>{[spelled(type), id].filter((part) => part !== '').join(' ')}</>;
  }
}
