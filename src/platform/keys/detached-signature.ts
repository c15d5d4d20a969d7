import { createHash, sign } from 'node:crypto';
import type { KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** A key, its certificate, and the certificates that lead up from that, the next one first. */
export interface SigningChain {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly above: readonly X509Certificate[];
}

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** By the type of the key, as Node names it. */
const SIGNATURES: Readonly<Record<string, () => AlgorithmIdentifier>> = {
  rsa: () =>
    new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.11',
      algorithmParams: new asn1js.Null(),
    }),
  ec: () => new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' }),
};
const SET = 0x31;
/** Everything but the certificates; 16,384 bits of RSA are 2 KiB. */
const ROOM_BESIDE_CERTIFICATES = 4096;

/** Whether this kind of key can sign here. */
export const signsWith = ({ asymmetricKeyType }: KeyObject): boolean =>
  asymmetricKeyType !== undefined && asymmetricKeyType in SIGNATURES;

/** The most bytes that a signature of the chain takes. */
export const roomFor = ({ certificate, above }: SigningChain): number =>
  [certificate, ...above].reduce((sum, { raw }) => sum + raw.length, ROOM_BESIDE_CERTIFICATES);

/**
 * Signs the SHA-256 of something that is elsewhere: CMS SignedData (RFC 5652) in DER with the attributes of ETSI EN 319 122-1,
 * level B-B, as PAdES takes them. It names its certificate, so that no other one can be put in its place, and no time.
 */
export function signDetached(chain: SigningChain, digest: Uint8Array): Uint8Array {
  const { key, certificate, above } = chain;
  const algorithm = SIGNATURES[key.asymmetricKeyType ?? '']?.();
  if (algorithm === undefined) throw new TypeError('expected a key of RSA or of a named curve');
  const own = Certificate.fromBER(certificate.raw);
  const attributes = signedAttributes(certificate, digest);
  const signed = new SignedAndUnsignedAttributes({ type: 0, attributes });
  const bytes = Buffer.from(signed.toSchema().toBER(false));
  // RFC 5652, 5.4: signed as the set that they are, not by the tag under which they stand.
  bytes[0] = SET;
  const content = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: [own, ...above.map(({ raw }) => Certificate.fromBER(raw))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: signed,
        signatureAlgorithm: algorithm,
        signature: new asn1js.OctetString({ valueHex: sign('sha256', bytes, key) }),
      }),
    ],
  });
  const whole = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: content.toSchema(true),
  });
  return new Uint8Array(whole.toSchema().toBER(false));
}

const sha256 = (): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId: SHA_256 });

/** In the order that DER wants of a set. */
function signedAttributes({ raw }: X509Certificate, digest: Uint8Array): Attribute[] {
  const hash = new asn1js.OctetString({ valueHex: createHash('sha256').update(raw).digest() });
  const sequence = (value: asn1js.BaseBlock): asn1js.Sequence =>
    new asn1js.Sequence({ value: [value] });
  const attributes = [
    new Attribute({
      type: CONTENT_TYPE,
      values: [new asn1js.ObjectIdentifier({ value: ContentInfo.DATA })],
    }),
    new Attribute({
      type: MESSAGE_DIGEST,
      values: [new asn1js.OctetString({ valueHex: digest })],
    }),
    // RFC 5035: a list of one certificate, by its SHA-256, which is the default and therefore not named.
    new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [sequence(sequence(sequence(hash)))] }),
  ];
  const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER(false));
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}
