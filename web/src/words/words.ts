/** Every text of the application, by area, so that it can be translated in one place. */
import { bedsideWords } from './bedside-words.js';
import { stockWords } from './stock-words.js';
import { controlWords } from './control-words.js';
import { officeWords } from './office-words.js';
import { actWords } from './act-words.js';
import { deskWords } from './desk-words.js';

export const words = {
  product: 'Countersign',
  skip: 'Skip to the content',
  menu: 'Menu',
  close: 'Close',
  clear: 'Take it out again',
  cancel: 'Cancel',
  back: 'Back',
  more: 'Show more',
  loading: 'Reading the register …',
  none: 'None',
  nothingHere: 'Nothing here.',
  yes: 'Yes',
  no: 'No',
  save: 'Save',
  retry: 'Send again',
  choose: 'Choose',
  optional: 'optional',
  notRead: 'Not read yet, and the service is out of reach now.',
  broken: 'This screen could not be shown.',
  brokenSays:
    'Nothing that was recorded is affected. Load it again; if it stays so, tell an administrator.',
  reload: 'Load it again',
  wrongDigits: 'Digits with a point, such as 0.700',
  offline:
    'No connection to the service. What you see may be old; what you record is held here and sent once, never twice.',
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the system' },
  nav: {
    bedside: 'Bedside',
    stock: 'Stock',
    control: 'Control',
    office: 'Office',
    today: 'Today',
    draw: 'Infusions',
    vials: 'Vials',
    receive: 'Receive',
    count: 'Count',
    ledger: 'Ledger',
    discrepancies: 'Discrepancies',
    losses: 'Loss cases',
    reconciliation: 'Reconciliation',
    trends: 'Trends',
    reports: 'Reports',
    inspection: 'Inspection',
    people: 'People',
    products: 'Products',
    suppliers: 'Suppliers',
    policies: 'Policies',
    service: 'Service',
    account: 'Your account',
  },
  scan: {
    label: 'Scan or type',
    hint: 'Vial number, carton code or line number',
    shortcut: 'Press / to type, or scan at any time',
    unknown: 'That is no vial, carton code or line of this site.',
    lot: 'Lot',
    expires: 'Expires',
  },
  session: {
    title: 'Sign in',
    name: 'Sign-in name',
    password: 'Password',
    pin: 'PIN',
    signIn: 'Sign in',
    signOut: 'Sign out',
    hello: 'The register of this clinic',
    locked: 'Locked',
    lockedSays: 'Nobody used this screen for a while. What you had begun is still here.',
    unlock: 'Unlock',
    other: 'Sign in as another person',
    otherWarns: 'What you had begun is then lost.',
    temporary: 'Choose your own password',
    temporarySays:
      'Somebody else has set the password you came in with. Choose one that only you know, and a PIN for signatures; nobody can then sign for you.',
    current: 'Password so far',
    fresh: 'New password',
    freshPin: 'New PIN, 6 digits or more',
    change: 'Choose it',
    changed: 'Password changed.',
    locksIn: 'locks in',
    noSite: 'You have no right at any site yet. Ask an administrator.',
    site: 'Site',
    provedAt: 'Last proof of identity',
    yourRoles: 'What you may do',
  },
  setup: {
    title: 'Set up this register',
    says: 'Once, with the code that the service printed when it started.',
    code: 'One-time code',
    organisation: 'Organisation',
    site: 'First site',
    siteName: 'Name of the site',
    registrant: 'Registrant, as on the certificate',
    address: 'Registered address',
    deaNumber: 'DEA number',
    deaWrong: 'This number does not check: two letters, six digits and a check digit.',
    deaRight: 'Well formed.',
    expires: 'Registration expires',
    activity: 'Business activity',
    schedules: 'Schedules on the certificate',
    zone: 'Time zone',
    location: 'First storage location',
    person: 'You, the first person',
    personSays: 'Registrant and administrator, until you grant otherwise.',
    personName: 'Printed name',
    initials: 'Initials',
    licenseClass: 'License',
    done: 'Set up. Sign in with the name you have just chosen.',
    begin: 'Open the register',
  },
  ...bedsideWords,
  ...stockWords,
  ...controlWords,
  ...officeWords,
  ...actWords,
  ...deskWords,
} as const;

/** A code of the register in words: "infusion-order" reads "Infusion order". */
export const spelled = (code: string): string => {
  const known = SPELLED[code];
  if (known !== undefined) return known;
  const text = code.replaceAll('-', ' ').replaceAll('.', ': ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const SPELLED: Readonly<Record<string, string>> = {
  'iv-infusion': 'IV infusion',
  'iv-push': 'IV push',
  im: 'Intramuscular',
  sc: 'Subcutaneous',
  'rx-destroyer': 'Rx destroyer',
  'in-process': 'In process',
  'policy-change': 'Policy change',
};
