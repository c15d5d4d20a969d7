import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** One forbidden import per rule: the file that breaks it, and what it imports. */
const BAD_IMPORTS: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  'domain-imports-only-domain': { file: 'src/domain/bad.ts', imports: 'node:fs' },
  'evidence-imports-only-itself': { file: 'src/evidence/bad.ts', imports: 'node:crypto' },
  'evidence-hash-imports-only-crypto': { file: 'src/evidence/hash.ts', imports: 'node:fs' },
  'reports-take-data-and-give-pages': { file: 'reports/bad.ts', imports: 'pg' },
  'ledger-looks-down': { file: 'src/ledger/bad.ts', imports: '../features/draws/good.js' },
  'platform-knows-no-feature': { file: 'src/platform/bad.ts', imports: '../ledger/good.js' },
  'features-know-no-other-feature': {
    file: 'src/features/waste/bad.ts',
    imports: '../draws/good.js',
  },
  'doors-hold-no-sql': { file: 'src/features/waste/waste.controller.ts', imports: 'typeorm' },
  'ledger-sql-is-private': {
    file: 'src/features/waste/worse.ts',
    imports: '../../ledger/ledger.sql.js',
  },
  'offline-verifier-stands-alone': { file: 'src/ledger/offline/bad.ts', imports: '../good.js' },
  'web-knows-the-service-by-its-api': {
    file: 'web/src/bad.ts',
    imports: '../../src/ledger/good.js',
  },
  'nobody-knows-the-web': {
    file: 'src/features/waste/seen.ts',
    imports: '../../../web/src/good.js',
  },
  'large-libraries-load-late': {
    file: 'src/features/waste/heavy.ts',
    imports: '@nestjs/swagger',
  },
  'no-cycles': { file: 'src/domain/circle.ts', imports: './square.js' },
  'no-barrels-and-no-drawers': { file: 'src/features/waste/worst.ts', imports: './utils.js' },
  'nothing-unresolved': { file: 'src/features/waste/lost.ts', imports: './nowhere.js' },
};

/** Files that the bad imports reach. */
const TARGETS: Readonly<Record<string, string>> = {
  'src/features/draws/good.ts': 'export const good = 1;\n',
  'src/features/waste/utils.ts': 'export const good = 1;\n',
  'src/ledger/good.ts': "import 'pg';\nexport const good = 1;\n",
  'src/ledger/ledger.sql.ts': 'export const good = 1;\n',
  'web/src/good.ts': 'export const good = 1;\n',
  'src/domain/square.ts': "import type {} from './circle.js';\nexport const square = 1;\n",
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('the import rules of the house', () => {
  const root = resolve(import.meta.dirname, '../..');
  const tree = mkdtempSync(join(tmpdir(), 'countersign-imports-'));
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    const files = { ...TARGETS };
    for (const { file, imports } of Object.values(BAD_IMPORTS)) {
      files[file] = `import '${imports}';\nexport const bad = 1;\n`;
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(tree, dirname(file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    for (const linked of [
      'node_modules',
      'tsconfig.json',
      'package.json',
      '.dependency-cruiser.cjs',
    ]) {
      symlinkSync(join(root, linked), join(tree, linked));
    }
    violations = cruise(tree);
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  it.each(Object.entries(BAD_IMPORTS))('%s catches its bad import', (rule, { file }) => {
    const broken = violations.filter((violation) => violation.rule.name === rule);
    expect(broken.map(({ from }) => from)).toContain(file);
  });

  it('has a bad import for every rule', () => {
    const config = execFileSync(
      process.execPath,
      ['-p', "require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name).join(' ')"],
      { cwd: root, encoding: 'utf8' },
    );
    expect(config.trim().split(' ').sort()).toEqual(Object.keys(BAD_IMPORTS).sort());
  });
});

/** Runs the project's own configuration over a tree; as JSON it reports violations and exits with success. */
function cruise(directory: string): readonly Violation[] {
  const command = join(directory, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src',
    'reports',
    'web',
  ];
  const output = execFileSync(process.execPath, [command, ...args], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(output) as { readonly summary: { readonly violations: Violation[] } };
  return report.summary.violations;
}
