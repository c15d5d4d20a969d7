import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { FILE_LIMIT_BYTES } from './file-store.js';

/** The one address that takes anything but JSON. */
const UPLOADS = 'POST /api/sites/:site/files';
const MULTIPART = /^multipart\/form-data\b/i;

/** Lets multipart bodies in at the address for uploads, and nowhere else. */
export function acceptUploads(app: NestFastifyApplication): void {
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  void app.register(multipart, {
    // A second one is seen, and refused with the first.
    limits: { files: 2, fields: 0, parts: 2, fileSize: FILE_LIMIT_BYTES, headerPairs: 20 },
  });
  instance.addHook('preParsing', (request, _reply, _payload, done) => {
    const isUpload = `${request.method} ${request.routeOptions.url ?? ''}` === UPLOADS;
    const isMultipart = MULTIPART.test(request.headers['content-type'] ?? '');
    done(isUpload === isMultipart || request.is404 ? null : Problem.of('request.media-type'));
  });
}

/** The one file of an upload, whole in memory: it is hashed, looked into and encrypted as a whole. */
export async function readUpload(request: FastifyRequest): Promise<Buffer> {
  try {
    let found: Buffer | undefined;
    for await (const part of request.files()) {
      if (part.fieldname !== 'file' || found !== undefined) throw Problem.of('file.missing');
      found = await part.toBuffer();
    }
    if (found === undefined || found.length === 0) throw Problem.of('file.missing');
    return found;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
    if (status === 413)
      throw Problem.of('request.too-large', { facts: { limit: FILE_LIMIT_BYTES } });
    throw Problem.of('file.missing', { cause: error });
  }
}
