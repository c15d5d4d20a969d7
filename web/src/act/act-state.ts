/**
 * One act from the filled form to "Recorded, line 1234". Its key is made once and kept until it is recorded: whatever
 * breaks in between, it is recorded once. The body that was sent is kept with it, so that a second try sends the same.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey, post, record, Refused, Unreachable } from '../api/client.js';
import type { PathOf, Problem, Schemas } from '../api/client.js';
import { serverTime } from '../api/queries.js';
import { useHere } from '../session/session.js';

export type Meaning = Schemas['SignatureRequestDto']['meaning'];
export type Seen = Schemas['SignatureRequestDto']['seen'][number];
export type Reason = NonNullable<Schemas['DrawDto']['reason']>;

/** The second person who signs. */
export interface Second {
  readonly signer: string;
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
}

/** What the form says. */
export interface Filled {
  readonly content: object;
  readonly posture: 'intended' | 'done';
  /** Null for now, by the service's clock. */
  readonly occurredAt: string | null;
  readonly reason: Reason | null;
  readonly note: string | null;
  readonly second: Second | null;
}

export type Stage =
  | { readonly is: 'form'; readonly problem: Problem | null }
  | { readonly is: 'sending' }
  | {
      readonly is: 'signing';
      readonly challenge: Schemas['ChallengeDto'];
      readonly problem: Problem | null;
    }
  | { readonly is: 'proving'; readonly problem: Problem | null }
  | { readonly is: 'question'; readonly problem: Problem }
  | { readonly is: 'held'; readonly by: 'network' | 'lock' }
  | { readonly is: 'recorded'; readonly answer: Answer };

/** What was recorded, wherever it is told. */
export type Answer = Schemas['RecordedDto'] & {
  /** It was held by a lock, and sent once its performer had unlocked. */
  readonly wasLocked?: boolean;
};

interface Sent {
  /** Who sends it: nobody else's session may. */
  readonly by: string;
  readonly filled: Filled;
  readonly body: Record<string, unknown>;
  readonly confirmed: readonly string[];
  readonly wasLocked: boolean;
}

export interface ActDoor {
  readonly kind: string;
  readonly path: PathOf<'post'>;
  readonly params: Readonly<Record<string, string | number>>;
  /** Does what a refusal asks for, after which the act is sent again, once; false where nothing can be done. */
  readonly remedy?: (problem: Problem) => Promise<boolean>;
}

export function useAct<T extends Schemas['RecordedDto']>(
  door: ActDoor,
  onRecorded: (answer: T) => void,
) {
  const queries = useQueryClient();
  const { offsetMs, session } = useHere();
  const key = useRef(newKey());
  const sent = useRef<Sent | null>(null);
  const [stage, setStage] = useState<Stage>({ is: 'form', problem: null });

  const fail = (error: unknown): void => {
    if (error instanceof Unreachable) setStage({ is: 'held', by: 'network' });
    else if (error instanceof Refused) setStage(stageAfter(error.problem));
    else throw error;
  };

  const recorded = async (body: Record<string, unknown>): Promise<T> => {
    const again = (): Promise<T> =>
      record<T>(door.path, { params: door.params }, body, key.current);
    try {
      return await again();
    } catch (error) {
      if (error instanceof Refused && (await door.remedy?.(error.problem)) === true) return again();
      throw error;
    }
  };

  const send = async (): Promise<void> => {
    const act = sent.current;
    if (act === null) return;
    setStage({ is: 'sending' });
    try {
      const given = await recorded(act.body);
      const answer = { ...given, wasLocked: act.wasLocked };
      key.current = newKey();
      sent.current = null;
      setStage({ is: 'recorded', answer });
      onRecorded(answer);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] !== undefined && queryKey[0] !== 'session',
      });
    } catch (error) {
      fail(error);
    }
  };

  /** Asks the second person first, if there is one who has not signed yet. */
  const askOrSend = async (): Promise<void> => {
    const act = sent.current;
    if (act === null) return;
    if (act.filled.second === null || act.body['signatures'] !== undefined) {
      await send();
      return;
    }
    setStage({ is: 'sending' });
    const { signer, meaning, seen } = act.filled.second;
    try {
      const challenge = await post(
        '/api/sites/{site}/signatures',
        { params: door.params },
        {
          entry: key.current,
          kind: door.kind,
          request: act.body,
          signer,
          meaning,
          seen: [...seen],
        },
      );
      setStage({ is: 'signing', challenge, problem: null });
    } catch (error) {
      fail(error);
    }
  };

  /** Now, by the service's clock; as this window last knew it where the service cannot be asked. */
  const timeNow = (): Promise<string> =>
    serverTime().catch(() => new Date(Date.now() + offsetMs).toISOString());

  const begin = async (filled: Filled, confirmed: readonly string[]): Promise<void> => {
    setStage({ is: 'sending' });
    const body: Record<string, unknown> = {
      posture: filled.posture,
      occurredAt: filled.occurredAt ?? (await timeNow()),
      ...(filled.reason === null ? {} : { reason: filled.reason }),
      ...(confirmed.length === 0 ? {} : { confirmed }),
      ...(filled.note === null ? {} : { note: filled.note }),
      ...filled.content,
    };
    sent.current = { by: session.person, filled, body, confirmed, wasLocked: false };
    await askOrSend();
  };

  const sign = async (secret: string, challenge: Schemas['ChallengeDto']): Promise<void> => {
    const act = sent.current;
    if (act === null) return;
    try {
      await post(
        '/api/sites/{site}/signatures/{signature}',
        { params: { ...door.params, signature: challenge.id } },
        proofOf(secret),
      );
      sent.current = { ...act, body: { ...act.body, signatures: [challenge.id] } };
    } catch (error) {
      if (error instanceof Refused) setStage({ is: 'signing', challenge, problem: error.problem });
      else fail(error);
      return;
    }
    await send();
  };

  const prove = async (secret: string): Promise<void> => {
    try {
      queries.setQueryData(['session'], await post('/api/session/proof', {}, proofOf(secret)));
    } catch (error) {
      if (error instanceof Refused) setStage({ is: 'proving', problem: error.problem });
      else fail(error);
      return;
    }
    await send();
  };

  const resend = useRef(askOrSend);
  useEffect(() => {
    resend.current = askOrSend;
  });
  // What is held is sent by itself once the connection is there again.
  useEffect(() => {
    if (stage.is !== 'held') return undefined;
    const again = (): void => void resend.current();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
    };
  }, [stage.is]);
  // What a lock has held is sent by itself once the same person has unlocked, with the same key.
  const wasLocked = useRef(session.isLocked);
  useEffect(() => {
    const isUnlocked = wasLocked.current && !session.isLocked;
    wasLocked.current = session.isLocked;
    const act = sent.current;
    if (!isUnlocked || stage.is !== 'held' || act?.by !== session.person) return;
    sent.current = { ...act, wasLocked: true };
    void resend.current();
  }, [session.isLocked, session.person, stage.is]);

  return {
    stage,
    submit: (filled: Filled) => begin(filled, []),
    confirm: (code: string) => {
      const act = sent.current;
      return act === null ? Promise.resolve() : begin(act.filled, [...act.confirmed, code]);
    },
    sign,
    prove,
    retry: askOrSend,
    edit: useCallback(() => {
      setStage({ is: 'form', problem: null });
    }, []),
  };
}

function stageAfter(problem: Problem): Stage {
  if (problem.code === 'entry.reauthentication-needed') return { is: 'proving', problem: null };
  if (problem.class === 'question') return { is: 'question', problem };
  if (problem.code === 'session.locked') return { is: 'held', by: 'lock' };
  return { is: 'form', problem };
}

/** Digits alone are a PIN; a password has more in it. */
export const proofOf = (secret: string): Schemas['ProofDto'] =>
  /^\d{4,12}$/.test(secret) ? { pin: secret } : { password: secret };
