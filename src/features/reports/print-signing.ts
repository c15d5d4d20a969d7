import { plus } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import type { PrintCertificateFile } from '../../platform/config/print-certificate-settings.js';
import type { PrintCertificate } from '../../platform/keys/print-certificate.js';
import { StartError } from '../../platform/start-error.js';
import { ReportRefused } from './scope.js';
import type { AskedReport } from './scope.js';

/** What prints are signed with, and the clock whose time they claim. */
export interface PrintSigning {
  readonly certificate: PrintCertificate;
  readonly clock: Pick<Clock, 'now'>;
}

/** A print that cannot be signed, whatever is asked for. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';

  constructor(readonly code: 'report.no-certificate' | 'report.certificate-not-valid') {
    super(code);
  }
}

const WARNING_DAYS = 30;

/** Opens the certificate, where there is one. @throws StartError where prints cannot be signed with it now. */
export async function openPrintSigning(
  file: PrintCertificateFile | undefined,
  clock: Pick<Clock, 'now'>,
): Promise<PrintSigning | undefined> {
  if (file === undefined) return undefined;
  // Loaded where prints are signed: no other start waits for it.
  const { PrintCertificate } = await import('../../platform/keys/print-certificate.js');
  const certificate = await PrintCertificate.open(file);
  const { begins, ends } = certificate;
  const standing = certificate.standingAt(clock.now());
  if (standing !== 'valid') {
    const when = standing === 'ended' ? `ended on ${ends}` : `is valid from ${begins} on`;
    throw new StartError(
      'settings',
      `COUNTERSIGN_PRINT_CERT names ${file.path}, whose certificate ${when}: name one that is valid, or unset it and its ` +
        'passphrase to sign no print.',
    );
  }
  return { certificate, clock };
}

/** Whether the certificate ends so soon that somebody must see to the next one. */
export const endsSoon = ({ certificate, clock }: PrintSigning): boolean =>
  plus(clock.now(), { days: WARNING_DAYS }) >= certificate.ends;

/** @returns what a document that is asked for is signed with; undefined where it is not to be signed. */
export function signingOf(
  { signed, format }: Pick<AskedReport, 'signed' | 'format'>,
  signing: PrintSigning | undefined,
): PrintSigning | undefined {
  if (!signed) return undefined;
  if (format !== 'pdf' && format !== 'zip') {
    throw new ReportRefused('signed', 'can be asked of a PDF, or of the packet for those in it');
  }
  if (signing === undefined) throw new SigningRefused('report.no-certificate');
  const { certificate, clock } = signing;
  if (certificate.standingAt(clock.now()) !== 'valid') {
    throw new SigningRefused('report.certificate-not-valid');
  }
  return signing;
}
