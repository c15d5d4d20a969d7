/** One setting: an environment variable that the program reads, and no other way to say the same. */
export interface Setting {
  readonly name: string;
  /** What holds when the variable is not set, in words. */
  readonly otherwise: string;
  readonly meaning: string;
}

/** Every setting there is. Names that begin with COUNTERSIGN_ and are not in this list are refused at start. */
export const SETTINGS = [
  { name: 'PORT', otherwise: '3000', meaning: 'the TCP port that the service listens on' },
  {
    name: 'HOST',
    otherwise: '127.0.0.1',
    meaning: 'the address it listens on; any but a loopback address needs TLS or a trusted proxy',
  },
  {
    name: 'COUNTERSIGN_DATA',
    otherwise: './data',
    meaning: 'the data folder: keys, the signer’s memory, and the embedded database',
  },
  {
    name: 'DATABASE_URL',
    otherwise: 'the embedded database',
    meaning: 'postgresql:// address of an existing server, as the role that runs the service',
  },
  {
    name: 'DATABASE_OWNER_URL',
    otherwise: 'the embedded database',
    meaning: 'the same database, as the role that owns its tables; used for migrations only',
  },
  {
    name: 'COUNTERSIGN_ORIGIN',
    otherwise: 'a random name under .invalid, made once and kept in the data folder',
    meaning: 'the name of this deployment in every ledger that it opens; frozen in each of them',
  },
  {
    name: 'COUNTERSIGN_TLS_CERT',
    otherwise: 'no TLS',
    meaning: 'a file with the certificate chain in PEM',
  },
  { name: 'COUNTERSIGN_TLS_KEY', otherwise: 'no TLS', meaning: 'a file with its key in PEM' },
  {
    name: 'COUNTERSIGN_TRUSTED_PROXY',
    otherwise: 'none',
    meaning: 'addresses or CIDR ranges, separated by commas, of proxies that end TLS before us',
  },
  {
    name: 'COUNTERSIGN_IDLE_MINUTES',
    otherwise: '15',
    meaning: 'minutes without use after which a session locks, from 1 to 120',
  },
  {
    name: 'COUNTERSIGN_PRINT_ENTRIES',
    otherwise: '50000',
    meaning:
      'entries of a period up to which a document is printed while it is sent, a packet up to a tenth of them; above, a job prints it',
  },
  {
    name: 'COUNTERSIGN_SMTP_URL',
    otherwise: 'no mail',
    meaning:
      'smtps:// or smtp:// address of the server that reminders leave by; smtp:// to another machine is encrypted by STARTTLS or not sent',
  },
  {
    name: 'COUNTERSIGN_MAIL_FROM',
    otherwise: 'no mail',
    meaning: 'the sender of reminders: "Register <register@example.com>"',
  },
  {
    name: 'COUNTERSIGN_LOCAL_WEBHOOKS',
    otherwise: 'no',
    meaning: 'yes: webhooks may also go to programs on this machine, over plain HTTP',
  },
  {
    name: 'COUNTERSIGN_PUBLIC_URL',
    otherwise: 'reminders have no links',
    meaning: 'where people open the application: https://register.example.com',
  },
  {
    name: 'COUNTERSIGN_PRINT_CERT',
    otherwise: 'prints are not signed',
    meaning:
      'a PKCS#12 file with the certificate that prints are signed with, its key, and the certificates above it',
  },
  {
    name: 'COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE',
    otherwise: 'prints are not signed',
    meaning: 'a file with the passphrase that opens it',
  },
] as const satisfies readonly Setting[];

/** The name of a setting. */
export type SettingName = (typeof SETTINGS)[number]['name'];
