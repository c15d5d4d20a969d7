/**
 * The decorators that describe the API. They note what is said, and the library that makes the document of it is loaded
 * when somebody first asks for that document: it has five hundred files, and a start has two seconds.
 *
 * Everything in this service is described by these, so that a class and those it extends are described in one order.
 */
import type * as Swagger from '@nestjs/swagger';

type Library = typeof Swagger;
type Decorator =
  | 'ApiBody'
  | 'ApiConsumes'
  | 'ApiExcludeController'
  | 'ApiExtraModels'
  | 'ApiHeader'
  | 'ApiOperation'
  | 'ApiParam'
  | 'ApiProduces'
  | 'ApiProperty'
  | 'ApiResponse'
  | 'ApiSecurity'
  | 'ApiTags';
type Loose = (...options: readonly unknown[]) => (...target: readonly unknown[]) => void;

const noted: ((library: Library) => void)[] = [];

function later<Name extends Decorator>(name: Name): Library[Name] {
  const decorator: Loose =
    (...options) =>
    (...target) => {
      noted.push((library) => {
        (library[name] as unknown as Loose)(...options)(...target);
      });
    };
  // Takes what the library's own takes and hands it on; who applies a decorator has no use for what it returns.
  return decorator;
}

export const ApiBody = later('ApiBody');
export const ApiConsumes = later('ApiConsumes');
export const ApiExcludeController = later('ApiExcludeController');
export const ApiExtraModels = later('ApiExtraModels');
export const ApiHeader = later('ApiHeader');
export const ApiOperation = later('ApiOperation');
export const ApiParam = later('ApiParam');
export const ApiProduces = later('ApiProduces');
export const ApiProperty = later('ApiProperty');
export const ApiResponse = later('ApiResponse');
export const ApiSecurity = later('ApiSecurity');
export const ApiTags = later('ApiTags');

/** Where the document has the schema of a DTO. */
export const schemaPath = (dto: { readonly name: string }): string =>
  `#/components/schemas/${dto.name}`;

/** Loads the library, and tells it all that was said since it was last told. */
export async function tellLibrary(): Promise<Library> {
  const library = await import('@nestjs/swagger');
  for (const tell of noted.splice(0)) tell(library);
  return library;
}
