/** Addresses of endpoints with ids of the right form that name nothing. */
const NOTHING: Readonly<Record<string, string>> = {
  person: 'person-999999',
  product: 'product-999999',
  supplier: 'supplier-999999',
  patient: '999999zzzzzzzzzz',
  file: 'f'.repeat(64),
  line: '999999',
  order: '999999',
  preparation: '999999',
  container: '999999-1',
  draw: '999999-1',
  case: '999999-1',
  loss: '999999-1',
  signature: 'a3bb189e-8bf9-4c8f-9d3d-fffffffffff0',
  date: '2026-03-02',
  target: 'a3bb189e-8bf9-4c8f-9d3d-fffffffffff2',
  job: 'a3bb189e-8bf9-4c8f-9d3d-fffffffffff3',
  count: 'a3bb189e-8bf9-4c8f-9d3d-fffffffffff1',
};

/** `/api/sites/:site/draws/:draw`, or with braces, with every parameter filled in. */
export const addressOf = (pattern: string, site: string): string =>
  pattern
    .replace(/:site|\{site\}/, site)
    .replace(
      /:(\w+)|\{(\w+)\}/g,
      (_, a: string | undefined, b: string | undefined) => NOTHING[a ?? b ?? ''] ?? 'x',
    )
    .replace('*', '0/000');
