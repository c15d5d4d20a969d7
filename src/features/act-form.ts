import type { Kind, Request, RequestOf } from '../domain/request.js';
import type { LedgerId } from '../domain/ids.js';
import type { ActDto } from '../platform/http/act.dto.js';
import type { UnitClaim } from './units.js';

/**
 * The form of one kind of act: what people fill in, and what it asks of the ledger. The door that records the act and
 * the one that asks a second person to sign it beforehand read it in the same way, so that both mean the same content.
 */
export interface ActForm<K extends Kind = Kind, Dto extends ActDto = ActDto> {
  readonly kind: K;
  /** The act as a person would call it: "Draw". */
  readonly title: string;
  readonly dto: new () => Dto;
  /** The request of the domain. May look things up, and may refuse what no request can be made of. */
  readonly read: (dto: Dto, site: LedgerId) => RequestOf<K> | Promise<RequestOf<K>>;
  /** Quantities whose unit must be that of a container or draw. */
  readonly units?: (dto: Dto) => readonly UnitClaim[];
}

/** A form of any kind. Whoever reads it by kind alone has the DTO made and checked from `dto` first. */
export interface AnyActForm {
  readonly kind: Kind;
  readonly title: string;
  readonly dto: new () => ActDto;
  readonly read: (dto: never, site: LedgerId) => Request | Promise<Request>;
  readonly units?: (dto: never) => readonly UnitClaim[];
}

/** Every form of the site's acts, by name. A feature defines its own when the application starts. */
export class ActForms {
  readonly #forms = new Map<string, AnyActForm>();

  /** Under the name of its kind, unless a kind has several forms. */
  define(form: AnyActForm, name: string = form.kind): void {
    if (this.#forms.has(name)) throw new Error(`the form of ${name} is defined twice`);
    this.#forms.set(name, form);
  }

  of(name: string): AnyActForm | undefined {
    return this.#forms.get(name);
  }

  get names(): readonly string[] {
    return [...this.#forms.keys()].sort();
  }
}
