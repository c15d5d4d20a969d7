import type { Meaning, Seen } from '../../domain/person.js';
import type { ActDto } from '../../platform/http/act.dto.js';
import type { QuantityDto } from '../../platform/http/quantity.dto.js';

/** What a signature is about. */
export interface SignedAct {
  /** "Waste". */
  readonly title: string;
  readonly dto: ActDto;
  readonly performer: string;
  readonly signer: string;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
}

/** Members of an act that the first sentences tell, or that are not part of the content. */
const TOLD: readonly string[] = ['posture', 'occurredAt', 'performer', 'signatures'];

/**
 * The content of an act in words, for the person who is to sign it. Every member is told, with its name and its value, so
 * that nothing can be signed that was not shown.
 */
export function wordsOf(act: SignedAct): readonly string[] {
  const { title, dto, performer, signer, meaning, seen } = act;
  const what = dto.posture === 'done' ? 'done' : 'about to be done';
  const having = seen.length === 0 ? '' : `, having seen: ${seen.map(spelled).join(', ')}`;
  return [
    `${title}, ${what} by ${performer} at ${dto.occurredAt}.`,
    ...members(dto).map(([name, value]) => `${capital(spelled(name))}: ${told(value)}`),
    `${signer} signs this as ${spelled(meaning)}${having}.`,
  ];
}

function members(dto: ActDto): readonly (readonly [string, unknown])[] {
  return Object.entries(dto).filter(([name, value]) => !TOLD.includes(name) && isTold(value));
}

const isTold = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  if (isMeasure(value)) return `${value.value} ${value.unit}`;
  return Object.entries(value)
    .filter(([, part]) => isTold(part))
    .map(([name, part]) => `${spelled(name)} ${told(part)}`)
    .join(', ');
}

/** A quantity or a mass: its number and unit belong together. */
function isMeasure(value: object): value is Pick<QuantityDto, 'value' | 'unit'> {
  const names = Object.keys(value).sort().join();
  return names === 'unit,value';
}

/** "startedAt" and "sealed-bag" as people write them. */
const spelled = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
