/** The certificate that prints are signed with. Loaded only where there is one. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
} from 'pkijs';
import type { Instant } from '../../domain/measures/instant.js';
import { instant } from '../../domain/measures/instant.js';
import type { PrintCertificateFile } from '../config/print-certificate-settings.js';
import { messageOf, StartError } from '../start-error.js';
import { roomFor, signDetached, signsWith } from './detached-signature.js';
import type { SigningChain } from './detached-signature.js';

export type CertificateStanding = 'valid' | 'not-yet-valid' | 'ended';

export class PrintCertificate {
  /** Whose it is: its common name, or all of its subject. */
  readonly subject: string;
  readonly begins: Instant;
  readonly ends: Instant;
  /** The most bytes that a signature takes. */
  readonly room: number;

  private constructor(private readonly chain: SigningChain) {
    const { subject, validFrom, validTo } = chain.certificate;
    const name = /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
    // RFC 4514 escapes commas and the like.
    this.subject = name.replace(/\\(.)/g, '$1');
    this.begins = instantOf(validFrom);
    this.ends = instantOf(validTo);
    this.room = roomFor(chain);
  }

  /** @throws StartError for a file that prints cannot be signed with. */
  static async open(file: PrintCertificateFile): Promise<PrintCertificate> {
    const refuse = (says: string): StartError =>
      new StartError('settings', `COUNTERSIGN_PRINT_CERT names ${file.path}, and ${says}`);
    const { keys, certificates } = await contentsOf(file).catch((error: unknown) => {
      throw refuse(
        `what is in it cannot be read (${messageOf(error)}): export the certificate again with AES, as \`openssl pkcs12 ` +
          '-export` does.',
      );
    });
    const [key, ...others] = keys;
    if (key === undefined || others.length > 0) {
      throw refuse('it must hold one private key: export the certificate with its own key alone.');
    }
    if (!signsWith(key)) {
      throw refuse('its key is neither of RSA nor of a named curve: have another one certified.');
    }
    const certificate = certificates.find((each) => each.checkPrivateKey(key));
    if (certificate === undefined) {
      throw refuse('no certificate in it is of its key: export the certificate with its own key.');
    }
    return new PrintCertificate({ key, certificate, above: above(certificate, certificates) });
  }

  standingAt(at: Instant): CertificateStanding {
    if (at < this.begins) return 'not-yet-valid';
    return at < this.ends ? 'valid' : 'ended';
  }

  /** Signs the SHA-256 of a file. */
  sign(digest: Uint8Array): Uint8Array {
    return signDetached(this.chain, digest);
  }
}

const instantOf = (words: string): Instant => instant(new Date(words).toISOString());

interface Contents {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/** What a PKCS#12 file holds (RFC 7292). That it is whole was found when the settings were read. */
async function contentsOf({ pkcs12, passphrase }: PrintCertificateFile): Promise<Contents> {
  const { authSafe } = PFX.fromBER(pkcs12);
  const { safeContents } = AuthenticatedSafe.fromBER(octetsOf(authSafe));
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const content of safeContents) {
    const opened = await openedContent(content, passphrase);
    for (const { bagValue } of SafeContents.fromBER(opened).safeBags) {
      if (bagValue instanceof CertBag && bagValue.certValue instanceof asn1js.OctetString) {
        certificates.push(new X509Certificate(Buffer.from(bagValue.certValue.getValue())));
      } else if (bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof PrivateKeyInfo) {
        const key = Buffer.from(bagValue.toSchema().toBER(false));
        keys.push(createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase }));
      }
    }
  }
  return { keys, certificates };
}

async function openedContent(content: ContentInfo, passphrase: string): Promise<ArrayBuffer> {
  if (content.contentType !== ContentInfo.ENCRYPTED_DATA) return octetsOf(content);
  const encrypted = new EncryptedData({ schema: content.content });
  const { buffer } = new TextEncoder().encode(passphrase);
  return encrypted.decrypt({ password: buffer });
}

function octetsOf({ content }: ContentInfo): ArrayBuffer {
  if (!(content instanceof asn1js.OctetString)) {
    throw new TypeError('expected contents that are protected by a passphrase');
  }
  return content.getValue();
}

/** From the certificate's issuer up; what does not belong to it stays out. */
function above(
  certificate: X509Certificate,
  certificates: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let last = certificate;
  for (let step = 0; step < certificates.length; step += 1) {
    const issuer = certificates.find(
      (each) => !each.raw.equals(last.raw) && !chain.includes(each) && last.checkIssued(each),
    );
    if (issuer === undefined) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}
