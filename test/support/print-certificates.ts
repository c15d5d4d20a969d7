/** Certificates that prints are signed with, made by OpenSSL: a root, and what it certifies. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintCertificateFile } from '../../src/platform/config/print-certificate-settings.js';

export const SUBJECT = 'Harrow Bay Infusion, PLLC';
const PASSPHRASE = 'a passphrase that nobody guesses';

const SETTINGS = `
[ca]
default_ca = here
[here]
database = issued.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = names
unique_subject = no
[names]
commonName = supplied
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[site]
basicConstraints = CA:false
keyUsage = critical, digitalSignature, nonRepudiation
[req]
distinguished_name = none
[none]
`;

export type KeyKind = 'ec' | 'rsa' | 'ed25519';
const KEYS: Readonly<Record<KeyKind, readonly string[]>> = {
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-newkey', 'rsa:2048'],
  ed25519: ['-newkey', 'ed25519'],
};
const FOREVER = { from: '20200101000000Z', to: '20491231235959Z' } as const;

/** A certificate authority in a folder of its own; to be removed when done. */
export class PrintAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'countersign-certificates-'));
  readonly root = join(this.folder, 'root.pem');
  readonly passphraseFile = join(this.folder, 'passphrase');

  constructor() {
    writeFileSync(join(this.folder, 'ca.cnf'), SETTINGS);
    writeFileSync(join(this.folder, 'issued.txt'), '');
    writeFileSync(join(this.folder, 'serial'), '1000\n');
    writeFileSync(this.passphraseFile, `${PASSPHRASE}\n`);
    this.#request('root', 'ec', 'Test root');
    this.#certify('root', FOREVER, ['-selfsign']);
  }

  /** Certifies a new key, and puts both with the root into a PKCS#12 file. */
  issue(name: string, kind: KeyKind = 'ec', time: Validity = FOREVER): string {
    this.#request(name, kind, SUBJECT);
    this.#certify(name, time, ['-cert', 'root.pem']);
    return this.pack(name, ['-in', `${name}.pem`, '-certfile', 'root.pem']);
  }

  /** @returns the path of a PKCS#12 file. */
  pack(name: string, what: readonly string[], into = name): string {
    const key = what.includes('-nokeys') ? [] : ['-inkey', `${name}.key`];
    const passphrase = ['-passout', 'file:passphrase'];
    this.#openssl('pkcs12', '-export', ...key, ...what, ...passphrase, '-out', `${into}.p12`);
    return join(this.folder, `${into}.p12`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #request(name: string, kind: KeyKind, subject: string): void {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.csr`, '-config', 'ca.cnf'];
    this.#openssl('req', '-new', ...KEYS[kind], '-nodes', '-subj', `/CN=${subject}`, ...files);
  }

  #certify(name: string, time: Validity, by: readonly string[]): void {
    const files = ['-keyfile', 'root.key', '-in', `${name}.csr`, '-out', `${name}.pem`];
    const dates = ['-startdate', time.from, '-enddate', time.to];
    const kind = name === 'root' ? 'root' : 'site';
    const settings = ['-config', 'ca.cnf', '-batch', '-notext', '-extensions', kind];
    this.#openssl('ca', ...settings, ...by, ...files, ...dates);
  }

  #openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
  }
}

export interface Validity {
  /** "20260302140000Z" */
  readonly from: string;
  readonly to: string;
}

/** What the settings make of a file. */
export const certificateFile = (path: string): PrintCertificateFile => ({
  path,
  pkcs12: readFileSync(path),
  passphrase: PASSPHRASE,
});
