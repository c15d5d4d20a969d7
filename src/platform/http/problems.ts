/**
 * What a door answers when it does not do what was asked, apart from the rules of the register: those have their own
 * list in `domain/rejection.ts`. Both are published, and both become problem documents (RFC 9457) in `problem.ts`.
 */
import type { RejectionClass } from '../../domain/refusal.js';

interface Refusal {
  readonly status: number;
  readonly says: string;
  readonly next: string;
}

const of = (status: number, says: string, next: string): Refusal => ({ status, says, next });

const TRY_AGAIN = 'Wait as long as Retry-After says, then repeat the request with the same key.';

export const PROBLEMS = {
  'request.malformed': of(400, 'The body is not valid JSON.', 'Send one JSON object in UTF-8.'),
  'request.invalid': of(
    400,
    'The request does not have the form that this endpoint takes.',
    'Correct the members that `errors` names.',
  ),
  'request.too-deep': of(
    400,
    'The body is nested deeper, or has more parts, than any request needs.',
    'Send the form that the documentation shows.',
  ),
  'request.text-invalid': of(
    400,
    'A text contains characters that cannot be stored.',
    'Remove control characters and broken surrogates.',
  ),
  'request.key-missing': of(
    400,
    'The header Idempotency-Key is missing or is not a UUID.',
    'Make a UUID before the first try and send it with every repetition.',
  ),
  'request.key-reused': of(
    409,
    'This Idempotency-Key was used for a request with other content.',
    'Make a new key for a new request; to repeat one, send exactly the same content.',
  ),
  'request.foreign-origin': of(
    403,
    'The request comes from a page of another origin.',
    'Use the pages of this service, or a client that is not a browser.',
  ),
  'request.not-found': of(
    404,
    'There is nothing at this address.',
    'Look the address up in the documentation at /api/docs.',
  ),
  'request.method-not-allowed': of(
    405,
    'This address does not take this method.',
    'Look the method up in the documentation at /api/docs.',
  ),
  'request.too-large': of(
    413,
    'The request is larger than this endpoint takes.',
    'Send less at once.',
  ),
  'request.address-too-long': of(
    414,
    'The address is longer than any of this service.',
    'Look the address up in the documentation at /api/docs.',
  ),
  'request.media-type': of(
    415,
    'This endpoint does not take this kind of content.',
    'Send application/json; files are sent as multipart/form-data.',
  ),
  'request.refused': of(
    400,
    'The request cannot be understood.',
    'Check it against the documentation at /api/docs.',
  ),
  'request.timeout': of(408, 'The request did not arrive in time.', 'Send it again.'),
  'session.missing': of(
    401,
    'Nobody is signed in.',
    'Sign in; a session that has ended cannot be continued.',
  ),
  'session.locked': of(
    401,
    'The session is locked because nobody used it for a while.',
    'Prove your identity with your password at /api/session/proof.',
  ),
  'session.secrets-temporary': of(
    403,
    'Your password was set by somebody else.',
    'Choose your own password and PIN at /api/session/secrets.',
  ),
  'sign-in.refused': of(
    401,
    'Sign-in name and password do not match.',
    'Check both. If you forgot them, ask an administrator to set new ones.',
  ),
  'sign-in.throttled': of(
    429,
    'There were too many failed tries.',
    'Wait as long as Retry-After says, then try again.',
  ),
  'proof.refused': of(
    403,
    'This is not your password or PIN.',
    'Enter it again. If you forgot it, ask an administrator to set a new one.',
  ),
  'secret.too-weak': of(
    422,
    'The password or PIN is too easy to guess.',
    'Choose a password of 12 characters or more, and a PIN of 6 digits or more without a pattern.',
  ),
  'person.sign-in-name-taken': of(
    409,
    'This sign-in name belongs, or belonged, to a person.',
    'Choose another; sign-in names are never given twice.',
  ),
  'person.not-found': of(404, 'There is no such person.', 'Choose a person of the organisation.'),
  'site.not-permitted': of(
    403,
    'You do not have the right for this here.',
    'Ask an administrator for the role, or someone who has it.',
  ),
  'site.not-found': of(404, 'There is no such site.', 'Choose one of the sites at /api/sites.'),
  'setup.code-wrong': of(
    403,
    'This is not the set-up code in force.',
    'Read it from the output of the service, or make a new one with `countersign setup`.',
  ),
  'setup.finished': of(
    409,
    'This deployment is set up.',
    'Sign in; further sites and people are added from inside.',
  ),
  'setup.other-content': of(
    409,
    'The set-up was begun with other facts, which are recorded already.',
    'Repeat it with the facts of the first try; they can be changed afterwards.',
  ),
  'setup.needed': of(
    409,
    'This deployment is not set up yet.',
    'Set it up with the code that the service printed.',
  ),
  'signature.not-found': of(
    404,
    'There is no such open signature.',
    'Ask for the signature again: it is valid for two minutes and used once.',
  ),
  'signature.refused': of(
    403,
    'The credential is not that of the person who should sign.',
    'Let the named person enter their own password or PIN.',
  ),
  'count.running': of(
    409,
    'Another count of this storage location is running.',
    'Wait until it is finished or has given its lock back.',
  ),
  'count.by-one-person': of(
    409,
    'This count is made by one person.',
    'Whoever began it hands in the tally.',
  ),
  'count.not-found': of(
    404,
    'There is no such running count.',
    'Start the count again: an unfinished one gives its lock back after a while.',
  ),
  'patient.not-found': of(
    404,
    'There is no such patient at this site.',
    'Choose a patient of this site.',
  ),
  'patient.changed': of(
    409,
    'Somebody else changed this record meanwhile.',
    'Read it again and make your change to what it says now.',
  ),
  'file.not-found': of(404, 'There is no such file at this site.', 'Upload the file first.'),
  'file.type-refused': of(
    415,
    'Files of this type are not kept.',
    'Upload a PDF, PNG, JPEG or TIFF file.',
  ),
  'file.missing': of(
    400,
    'The upload contains no file, or more than one.',
    'Send one file as the multipart field `file`.',
  ),
  'reminder.target-not-found': of(
    404,
    'There is no such reminder target at this site.',
    'Choose one from the list; one that has ended is added anew.',
  ),
  'reminder.address-refused': of(
    422,
    'Reminders are not sent to this address.',
    'Give a mail address, or an https:// address of a host on the internet.',
  ),
  'reminder.mail-not-set-up': of(
    409,
    'This service sends no mail, because its operator named no mail server.',
    'Set COUNTERSIGN_SMTP_URL and COUNTERSIGN_MAIL_FROM and start it again, or add a webhook.',
  ),
  'reminder.too-many-targets': of(
    409,
    'This site has as many reminder targets as it may have.',
    'End one that is not needed.',
  ),
  'job.not-found': of(404, 'There is no such job.', 'Choose one from the list.'),
  'job.not-ended': of(
    409,
    'This job waits, runs or is done.',
    'Only jobs that failed or were cancelled can be asked for again.',
  ),
  'report.not-found': of(
    404,
    'There is no such document, or not in this form.',
    'Ask for one of the documents of the API description, as pdf, csv, json or xlsx.',
  ),
  'report.long': of(
    409,
    'The period has more entries than are printed while a document is sent.',
    'Have it printed by POST to reports/jobs, and fetch or issue it when it is there; or choose a shorter period. A page of it is checked by POST to reports/jobs/page-checks.',
  ),
  'report.no-certificate': of(
    409,
    'This service signs no prints, because its operator named no certificate.',
    'Set COUNTERSIGN_PRINT_CERT and COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE and start it again, or print without a signature.',
  ),
  'report.certificate-not-valid': of(
    409,
    'The certificate that prints are signed with has ended, or is not valid yet.',
    'Print without a signature; the operator names a certificate that is valid and starts the service again.',
  ),
  'record.not-found': of(
    404,
    'There is nothing of this id in this ledger.',
    'Choose one from the list.',
  ),
  'checkpoint.unavailable': of(
    503,
    'No signed checkpoint covers the ledger at this moment.',
    'Ask again as late as Retry-After says. If it lasts, the operator runs `countersign verify`.',
  ),
  'service.error': of(
    500,
    'Something went wrong in the service; nothing was recorded by this answer.',
    'Repeat the request with the same key. If it happens again, tell the operator the request id.',
  ),
  'service.busy': of(503, 'The service has more work than it can do now.', TRY_AGAIN),
  'service.stopping': of(503, 'The service is stopping.', TRY_AGAIN),
  'service.storage': of(503, 'The database cannot be reached or takes nothing now.', TRY_AGAIN),
} as const satisfies Record<string, Refusal>;
export type ProblemCode = keyof typeof PROBLEMS;

/**
 * Status of each class of rejection. 409 says "something happened meanwhile, look again"; 422 says "well formed, and
 * not lawful as it stands". A question is a 422 too: repeated with its code in `confirmed`, it goes through.
 * A missing or stale signature is a 403, not a 401: the session is good, and browsers must not drop it.
 */
export const STATUS_OF_CLASS: Readonly<Record<RejectionClass, number>> = {
  identity: 422,
  impossible: 422,
  practice: 422,
  question: 422,
  signature: 403,
  authority: 403,
  conflict: 409,
};
