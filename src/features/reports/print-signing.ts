import { plus } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import type { PrintCertificateFile } from '../../platform/config/print-certificate-settings.js';
import type { PrintCertificate } from '../../platform/keys/print-certificate.js';
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

/**
 * Opens the certificate, where there is one. One that is not valid now signs nothing, and the register runs all the same.
 *
 * @throws StartError for a file that no print can ever be signed with.
 */
export async function openPrintSigning(
  file: PrintCertificateFile | undefined,
  clock: Pick<Clock, 'now'>,
): Promise<PrintSigning | undefined> {
  if (file === undefined) return undefined;
  // Loaded where prints are signed: no other start waits for it.
  const { PrintCertificate } = await import('../../platform/keys/print-certificate.js');
  return { certificate: await PrintCertificate.open(file), clock };
}

/** Whether the certificate ends so soon that somebody must see to the next one. */
export const endsSoon = ({ certificate, clock }: PrintSigning): boolean =>
  plus(clock.now(), { days: WARNING_DAYS }) >= certificate.ends;

/** What whoever runs the service must know of the certificate; undefined where nothing is to be done. */
export function warningOf(signing: PrintSigning): string | undefined {
  const { begins, ends } = signing.certificate;
  const standing = signing.certificate.standingAt(signing.clock.now());
  if (standing === 'ended')
    return `the certificate of COUNTERSIGN_PRINT_CERT ended on ${ends}: prints are not signed until it names another one`;
  if (standing === 'not-yet-valid')
    return `the certificate of COUNTERSIGN_PRINT_CERT is valid from ${begins} on: prints are not signed before`;
  return endsSoon(signing)
    ? `the certificate of COUNTERSIGN_PRINT_CERT ends on ${ends}: prints are not signed after that`
    : undefined;
}

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
