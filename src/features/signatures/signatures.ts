import type { LedgerId, PersonId } from '../../domain/ids.js';
import { asId } from '../../domain/ids.js';
import { rejection } from '../../domain/rejection.js';
import type { Challenge } from '../../ledger/challenges.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Clock } from '../../platform/clock.js';
import type { Asking } from '../../platform/http/asked.js';
import { Problem } from '../../platform/http/problem.js';
import { validated } from '../../platform/http/validation.js';
import type { Credentials } from '../../platform/identity/credentials.js';
import type { Proof, SignIn } from '../../platform/identity/sign-in.js';
import type { AccessJournal } from '../../platform/journal/access-journal.js';
import type { ActForm, ActForms } from '../act-form.js';
import type { OrganisationBook } from '../organisation-book.js';
import type { PrintedNames } from '../printed-names.js';
import type { Recorder } from '../recorder.js';
import type { SignatureRequestDto } from './signatures.dto.js';
import { ChallengeDto, SignedDto } from './signatures.dto.js';
import { wordsOf } from './words.js';

/** Signatures of a second person on the device of the first, whose session stays what it is. */
export class Signatures {
  constructor(
    private readonly parts: {
      readonly ledger: Ledger;
      readonly recorder: Recorder;
      readonly forms: ActForms;
      readonly credentials: Credentials;
      readonly signIn: SignIn;
      readonly organisation: OrganisationBook;
      readonly names: PrintedNames;
      readonly journal: AccessJournal;
      readonly clock: Clock;
    },
  ) {}

  /** Fixes what is to be signed, by whom and as what, and says it in words. */
  async ask(asking: Asking, dto: SignatureRequestDto): Promise<ChallengeDto> {
    const { ledger, recorder, credentials, clock } = this.parts;
    const form = this.#formOf(dto.kind);
    const act = await validated(form.dto, dto.request, 'request.');
    const asked = await recorder.read(asking, form, act);
    const signer = (await credentials.ofSignInName(dto.signer))?.person;
    if (signer === undefined) throw Problem.rejected(rejection('person.unknown', {}));
    const { meaning, seen } = dto;
    if ((meaning === 'performed') !== (signer === asked.performer)) {
      await this.#refuse(asking, signer, dto.kind);
    }
    const challenge = await ledger.openChallenge({
      ledger: asking.site,
      submission: { id: asId(dto.entry), ...asked },
      signer,
      meaning,
      seen: [...seen].sort(),
      at: clock.now(),
    });
    if (challenge === undefined) throw Problem.rejected(rejection('ledger.not-opened'));
    const [performerName, signerName] = await Promise.all([
      this.#nameOf(asked.performer),
      this.#nameOf(signer),
    ]);
    const { title } = form;
    return new ChallengeDto(
      challenge,
      wordsOf({ title, dto: act, performer: performerName, signer: signerName, meaning, seen }),
    );
  }

  /** The named person proves who they are: from then on the act may carry their signature. */
  async sign(asking: Asking, id: string, proof: Proof): Promise<SignedDto> {
    const { ledger, signIn, journal, clock } = this.parts;
    const { site, address } = asking;
    const challenge = await this.#open(site, id);
    const { signer } = challenge;
    const method = await signIn.proveForSignature(signer, proof, {
      site,
      act: 'signature',
      address,
    });
    const at = clock.now();
    if (!(await ledger.signChallenge({ ledger: site, id: challenge.id, method, at }))) {
      throw Problem.of('signature.not-found');
    }
    await journal.write({ kind: 'signature-made', person: signer, site, about: [id], address });
    return new SignedDto({ id: challenge.id, signer, method, signedAt: at });
  }

  /** The challenge, as long as somebody can sign it. */
  async #open(site: LedgerId, id: string): Promise<Challenge> {
    const found = UUID.test(id) ? await this.parts.ledger.findChallenge(site, id) : undefined;
    const isOpen = found?.signedAt === null && found.expiresAt > this.parts.clock.now();
    if (found === undefined || !isOpen) throw Problem.of('signature.not-found');
    return found;
  }

  #formOf(kind: SignatureRequestDto['kind']): ActForm {
    const form = this.parts.forms.of(kind);
    if (form === undefined) {
      const kinds = this.parts.forms.names.join(', ');
      throw Problem.of('request.invalid', {
        errors: [{ field: 'kind', says: `must be one of ${kinds}` }],
      });
    }
    // `validated` makes what this form reads from the form's own DTO.
    return form as ActForm;
  }

  async #nameOf(person: PersonId): Promise<string> {
    const found = (await this.parts.organisation.organisation()).persons.get(person);
    if (found === undefined) throw Problem.rejected(rejection('person.unknown', { person }));
    return (await this.parts.names.ofOne(found)).name;
  }

  async #refuse(asking: Asking, person: PersonId, act: string): Promise<never> {
    const refused = rejection('witness.same-person', { person });
    const { site, address } = asking;
    await this.parts.journal.write({
      kind: 'signature-refused',
      person: asking.person,
      site,
      code: refused.code,
      act,
      address,
    });
    throw Problem.rejected(refused);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
