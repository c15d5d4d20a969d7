/** docs/LEDGER-KINDS.md, as the codecs tell it. A test compares the two. */
import { effectsV1 } from './effects.v1.js';
import type { FieldShape, Shape } from './codec.js';
import { BODIES_V1, LATER_BODIES } from './kinds.js';
import { headerShape } from './leaf.js';
import { STATES_V1 } from './states/state.v1.js';

const INTRODUCTION = `# Kinds of entries

What the leaves of a ledger hold, field by field. The bytes themselves (canonical JSON, hashes, tree, checkpoints) are
described in [LEDGER-FORMAT.md](LEDGER-FORMAT.md); what the words mean, in [GLOSSARY.md](GLOSSARY.md). This page is
generated from the codecs that write the leaves (\`src/ledger/leaf\`).

Objects have the fields listed here and no others. A field marked _optional_ is left out where there is nothing to say:
neither \`null\` nor an empty list is ever written outside the header. Decimal numbers are text of fixed scale; integers are
below 2^53. Times are UTC with six digits of a second, such as \`2026-11-22T16:13:19.375832Z\`; dates are \`2026-11-22\`.

A released version of a kind never changes. A new need is a new version, whose number stands in \`v\`.
`;

/** The whole page. */
export function documentKinds(): string {
  const parts = [
    INTRODUCTION,
    section('Header', 'Every leaf has every one of these, and `body`.', headerShape),
    section('Effects', 'Of every kind, as `body.effects`: what the rules added to the request.', {
      type: 'record',
      fields: effectFields(),
    }),
    '## Requests\n\nAs `body.request`: what was asked: version 1 of each kind, then later versions. Its time and kind stand in the header, and its personal\nfields are commitments there.\n',
    ...Object.entries(BODIES_V1).map(
      ([kind, { shape }]) => `### \`${kind}\`\n\n${fieldsOf(shape)}\n`,
    ),
    ...Object.entries(LATER_BODIES).flatMap(([kind, versions]) =>
      Object.entries<{ readonly shape: Shape }>(versions).map(
        ([version, { shape }]) => `### \`${kind}\`, version ${version}\n\n${fieldsOf(shape)}\n`,
      ),
    ),
    '## States\n\nAs `body.effects.states`: what things are after the line. A state replaces the earlier one with the same noun and id.\n',
    ...Object.entries(STATES_V1).map(
      ([noun, { shape }]) => `### State \`${noun}\`\n\n${fieldsOf(shape)}\n`,
    ),
  ];
  return parts.join('\n');
}

/** States are documented by themselves. */
function effectFields(): readonly FieldShape[] {
  const { shape } = effectsV1;
  if (shape.type !== 'record') throw new Error('bug: effects are a record');
  return shape.fields.map((field) =>
    field.name === 'states'
      ? { ...field, shape: { type: 'list', of: { type: 'value', words: 'state, see below' } } }
      : field,
  );
}

const section = (title: string, says: string, shape: Shape): string =>
  `## ${title}\n\n${says}\n\n${fieldsOf(shape)}\n`;

function fieldsOf(shape: Shape): string {
  if (shape.type !== 'record') throw new Error('bug: a body is a record');
  return shape.fields.flatMap((field) => lines(field, 0)).join('\n');
}

function lines({ name, shape, isOptional }: FieldShape, depth: number): readonly string[] {
  const item = `${'  '.repeat(depth)}- \`${name}\``;
  const optional = isOptional ? ', _optional_' : '';
  const listed = shape.type === 'list' ? 'list of ' : '';
  const of = shape.type === 'list' ? shape.of : shape;
  if (of.type === 'value') return [`${item}: ${listed}${of.words}${optional}`];
  if (of.type === 'list') throw new Error('bug: lists of lists are not written');
  if (of.type === 'record')
    return [
      `${item}: ${listed === '' ? 'object' : 'list of objects'}${optional}`,
      ...of.fields.flatMap((field) => lines(field, depth + 1)),
    ];
  return [
    `${item}: object whose fields depend on its \`${of.key}\`${optional}`,
    ...of.cases.flatMap(({ name: word, shape: own }) => [
      `${'  '.repeat(depth + 1)}- \`${word}\``,
      ...(own.type === 'record' ? own.fields.flatMap((field) => lines(field, depth + 2)) : []),
    ]),
  ];
}
