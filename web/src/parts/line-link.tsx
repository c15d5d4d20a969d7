/** The number of a line, which leads to it. */
import { Link } from 'wouter';

export function LineLink({ line }: { line: number }) {
  return (
    <Link href={`/ledger/${line}`} className="num">
      {line}
    </Link>
  );
}
