/** What every correction has: which line it is about, and who approves it. */
import type { ReactNode } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { words } from '../words/words.js';

export type Line = Schemas['WholeEntryDto'];

/** A line with all that corrected it, the first one first. What it says now is in all of them together. */
export type Chain = readonly [Line, ...Line[]];

export interface ChangeProps {
  readonly chain: Chain;
  readonly onRecorded: (answer: Schemas['RecordedDto']) => void;
}

/** The newest line of a chain: the one that is corrected. */
export const newestOf = (chain: Chain): Line => chain.at(-1) ?? chain[0];

export const idsOf = ({ about }: Line, noun: string): readonly string[] =>
  about.filter((each) => each.noun === noun).map(({ id }) => id);

export function ChangeForm(props: ChangeProps & { change: object | null; children: ReactNode }) {
  const { line, leafHash } = newestOf(props.chain);
  const original = props.chain[0].line;
  return (
    <ActForm
      kind="correction"
      path="/api/sites/{site}/corrections"
      label={words.correct.title}
      content={
        props.change === null ? null : { line, original, leaf: leafHash, change: props.change }
      }
      reason="mistake-noticed"
      second={{ meaning: 'approved', seen: ['papers'] }}
      onRecorded={props.onRecorded}
    >
      {props.children}
    </ActForm>
  );
}
