import { createSecureContext } from 'node:tls';
import { messageOf } from '../start-error.js';
import { readNamedFile } from './named-file.js';

/** The certificate that prints are signed with, as it lies on disk, and what opens it. */
export interface PrintCertificateFile {
  readonly path: string;
  /** PKCS#12: the certificate, its key, and the certificates above it. */
  readonly pkcs12: Buffer;
  readonly passphrase: string;
}

const FILE = 'COUNTERSIGN_PRINT_CERT';
const PASSPHRASE = 'COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE';

/** What OpenSSL finds, in the words of whoever has to mend it. */
const CAUSES: Readonly<Record<string, string>> = {
  'mac verify failure': `the passphrase in the file that ${PASSPHRASE} names does not open it: correct the passphrase.`,
  'Unsupported PKCS12 PFX data':
    'it is encrypted as it was usual before 2022: export the certificate again with AES, as `openssl pkcs12 -export` does.',
  'Unable to load private key from PFX data':
    'it has no private key: export the certificate together with its key.',
  'Unable to load certificate from PFX data':
    'it has no certificate of its key: export the certificate together with its key.',
};

/** Reads both settings of signed prints; what is wrong with them is added to the problems, without the passphrase. */
export function readPrintCertificate(
  names: { readonly file: string | undefined; readonly passphrase: string | undefined },
  problems: string[],
): PrintCertificateFile | undefined {
  const { file: path, passphrase: passphrasePath } = names;
  if (path === undefined && passphrasePath === undefined) return undefined;
  if (path === undefined || passphrasePath === undefined) {
    problems.push(
      `${FILE} and ${PASSPHRASE} belong together: set both files, or neither to sign no print.`,
    );
    return undefined;
  }
  const pkcs12 = readNamedFile(FILE, path, problems);
  const passphrase = readNamedFile(PASSPHRASE, passphrasePath, problems)?.toString('utf8');
  if (pkcs12 === undefined || passphrase === undefined) return undefined;
  // Editors end a file with the end of a line.
  const file = { path, pkcs12, passphrase: passphrase.replace(/\r?\n$/, '') };
  try {
    createSecureContext({ pfx: pkcs12, passphrase: file.passphrase });
  } catch (error) {
    const reason = messageOf(error);
    const cause =
      Object.entries(CAUSES).find(([found]) => reason.includes(found))?.[1] ??
      `it is no PKCS#12 file that can be used (${reason}): name one with a certificate and its key.`;
    problems.push(`${FILE} names ${path}, and ${cause}`);
    return undefined;
  }
  return file;
}
