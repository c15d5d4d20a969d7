/** Times as people read them, at the site's own clock. */

const YEAR = { year: 'numeric' } as const;
const DAY = { month: 'short', day: '2-digit' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const kept =
    formats.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone });
  formats.set(key, kept);
  return kept;
}

export const timeOfDay = (instant: string, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** The year stands beside what is of another year. */
export const dayAndTime = (instant: string, zone: string): string => {
  const at = new Date(instant);
  const year = at.getUTCFullYear() === new Date().getUTCFullYear() ? {} : YEAR;
  return format(zone, { ...year, ...DAY, hour: '2-digit', minute: '2-digit' }).format(at);
};

export const wholeTime = (instant: string, zone: string): string =>
  format(zone, { dateStyle: 'medium', timeStyle: 'long' }).format(new Date(instant));

/** The day that an instant falls on, in full. */
export const wholeDay = (instant: string, zone: string): string =>
  format(zone, { dateStyle: 'full' }).format(new Date(instant));

/** A calendar day, which has no zone. */
export const day = (date: string): string =>
  format('UTC', { ...YEAR, ...DAY }).format(new Date(`${date.slice(0, 10)}T12:00:00Z`));

/** A sentence of the service, its dates written as people of this place write them. */
export const withDays = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g, day);

/** "Mar 2026" of "2026-03". */
export const monthOf = (month: string): string =>
  format('UTC', { year: 'numeric', month: 'short' }).format(new Date(`${month}-15T12:00:00Z`));

/** "Mar" of "2026-03". */
export const shortMonth = (month: string): string =>
  format('UTC', { month: 'short' }).format(new Date(`${month}-15T12:00:00Z`));

/** "2 h 05 min", "3 d 4 h": how long something lasts. */
export function span(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The business day that an instant belongs to, as a date. */
export const dateAt = (instant: string, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
  return parts.slice(0, 10);
};

export const daysAfter = (date: string, days: number): string => {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** Calendar days from one date to another; less than none where the other is over. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
