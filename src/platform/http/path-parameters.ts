/** What can stand in the place of a parameter of an address. Anything else is an address that is not there. */

const LINE = /^\d{1,15}$/;
const PART = /^\d{1,15}-\d{1,5}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

const FORMS: Readonly<Record<string, RegExp>> = {
  site: /^[a-z0-9]{12}$/,
  person: /^person-\d{1,15}$/,
  product: /^product-\d{1,15}$/,
  supplier: /^supplier-\d{1,15}$/,
  patient: /^[a-z0-9]{1,60}$/,
  file: /^([0-9a-f]{64}|[a-z][a-z0-9-]{0,40}\.[a-z]{2,4})$/,
  line: LINE,
  order: LINE,
  preparation: LINE,
  container: PART,
  draw: PART,
  case: PART,
  signature: UUID,
  count: UUID,
  job: UUID,
  // The rest of an address, whose endpoint looks at it itself.
  '*': /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/,
};

/** The form of a parameter, by its name in the route. */
export const formOfParameter = (name: string): RegExp => FORMS[name] ?? PLAIN;
