/**
 * The import directions of the house. Each rule has a test with a bad import that it must catch
 * (test/house/import-rules.spec.ts).
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      comment: 'What may happen is pure: no framework, no library, no Node module, no clock.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'evidence-imports-only-itself',
      comment: 'A stranger reads this folder alone, and it runs in a browser too.',
      severity: 'error',
      from: { path: '^src/evidence/', pathNot: '^src/evidence/hash[.]ts$' },
      to: { pathNot: '^src/evidence/' },
    },
    {
      name: 'evidence-hash-imports-only-crypto',
      severity: 'error',
      from: { path: '^src/evidence/hash[.]ts$' },
      to: { pathNot: ['^src/evidence/', '^(node:)?crypto$'] },
    },
    {
      name: 'reports-take-data-and-give-pages',
      comment:
        'Printed pages know the domain and the libraries that draw; no database, no framework.',
      severity: 'error',
      from: { path: '^reports/' },
      to: {
        pathNot: [
          '^reports/',
          '^src/(domain|evidence)/',
          'node_modules/(pdfkit|fontkit|bidi-js|qr|csv-stringify|yazl|@types|@expo-google-fonts|@fontsource-variable)',
          '^(node:)?(fs|path|stream|stream/promises|module|url|buffer|zlib|crypto|events|util)$',
        ],
      },
    },
    {
      name: 'ledger-looks-down',
      comment: 'The only writer stands on platform, domain and evidence.',
      severity: 'error',
      from: { path: '^src/ledger/' },
      to: { path: '^(src/(features|cli|main|app)|reports/)' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^(src/(features|ledger|cli|main|app)|reports/)' },
    },
    {
      name: 'features-know-no-other-feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/(features/([^/]+)|cli)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'doors-hold-no-sql',
      comment: 'Controllers and DTOs reach the database through the ledger, its reader or a store.',
      severity: 'error',
      from: { path: '[.](controller|dto)[.]ts$' },
      to: { path: ['node_modules/(pg|typeorm|@nestjs/typeorm)', '[.](sql|row)[.]ts$'] },
    },
    {
      name: 'ledger-sql-is-private',
      severity: 'error',
      from: { pathNot: '^src/ledger/' },
      to: { path: '^src/ledger/.*[.]sql[.]ts$' },
    },
    {
      name: 'offline-verifier-stands-alone',
      comment: 'Whoever checks an export needs neither a server nor a framework.',
      severity: 'error',
      from: { path: '^src/ledger/offline/' },
      to: { reachable: true, path: 'node_modules/(@nestjs|typeorm|pg|fastify)' },
    },
    {
      name: 'web-knows-the-service-by-its-api',
      comment:
        'The application is a client like any other. Codes that are read as they are typed or scanned (GS1, NDC, DEA numbers) are ' +
        'read by the same pure functions on both sides.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|reports|migrations|scripts|test)/', pathNot: '^src/domain/codes/' },
    },
    {
      name: 'nobody-knows-the-web',
      severity: 'error',
      from: { path: '^(src|reports|migrations)/' },
      to: { path: '^web/' },
    },
    {
      name: 'large-libraries-load-late',
      comment:
        'The service is ready within two seconds: what only some requests need is imported when they need it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(cli/demo/|platform/keys/(print-certificate|detached-signature)[.]ts$)',
      },
      to: {
        path: [
          'node_modules/(@nestjs/swagger|pdfkit|file-type|pkijs|asn1js)/',
          '^src/platform/keys/print-certificate[.]ts$',
        ],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Not by types either: whoever reads a file need not have read what uses it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels-and-no-drawers',
      comment:
        'A file named index or utils says nothing about what is in it. migrations/index.ts is a list.',
      severity: 'error',
      from: {},
      to: {
        path: [
          '^(src|reports)/.*/index[.]ts$',
          '^(src|reports)/.*/(utils|common|shared|helpers)(/|[.]ts)',
        ],
      },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|demo)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
