/** The API's description (OpenAPI), made from the decorators of all controllers once it is first asked for. */
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Cookies } from './cookies.js';
import { tellLibrary } from './described.js';

const ABOUT =
  'Controlled-substance inventory and regulatory log. Every act is recorded by a POST with an `Idempotency-Key`: a UUID ' +
  'made before the first try, which becomes the id of the entry. Repeating a request with its key gives its first answer ' +
  'again, with `Idempotent-Replayed: true`. Whatever is not done is answered with a problem document (RFC 9457) whose ' +
  '`code` comes from a published list.';

export class Documentation {
  #make: (() => Promise<OpenAPIObject>) | undefined;
  #made: Promise<string> | undefined;

  /** The application whose endpoints are described. */
  describe(app: NestFastifyApplication): void {
    this.#make = async () => {
      const { DocumentBuilder, SwaggerModule } = await tellLibrary();
      const config = new DocumentBuilder()
        .setTitle('Countersign')
        .setDescription(ABOUT)
        .setVersion('1')
        .addCookieAuth(app.get(Cookies).sessionName, undefined, 'session')
        .addSecurityRequirements('session')
        .build();
      return SwaggerModule.createDocument(app, config, {
        operationIdFactory: (controller, method) =>
          `${controller.replace(/Controller$/, '')}_${method}`,
      });
    };
  }

  /** The document as JSON text. */
  json(): Promise<string> {
    if (this.#make === undefined) throw new Error('no application was named to be described');
    return (this.#made ??= this.#make().then((document) => JSON.stringify(document)));
  }
}
