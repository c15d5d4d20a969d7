import { randomUUID } from 'node:crypto';

/** Sends JSON and expects that it was done. */
export async function post(
  url: string,
  path: string,
  body: object,
  cookie = '',
): Promise<{ readonly cookie: string; text(name: string): string }> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(cookie === '' ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`expected ${path} to be done, found ${answer}`);
  const set = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  return {
    cookie: set.join('; '),
    text: (name) => String(Reflect.get(Object(JSON.parse(answer)), name)),
  };
}
