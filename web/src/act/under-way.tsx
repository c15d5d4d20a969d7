/**
 * Whether an act is being sent, or held until it can be. Its form must not go away before it is told what came of it: whatever
 * else is chosen meanwhile has to wait.
 */
import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Stage } from './act-state.js';

interface Told {
  readonly isUnderWay: boolean;
  readonly tell: (isUnderWay: boolean) => void;
}
const UnderWay = createContext<Told>({ isUnderWay: false, tell: () => undefined });

/** Around the forms of acts, and what chooses among them. */
export function WithActs(props: { children: ReactNode }) {
  const [isUnderWay, tell] = useState(false);
  return <UnderWay value={{ isUnderWay, tell }}>{props.children}</UnderWay>;
}

export const useIsUnderWay = (): boolean => useContext(UnderWay).isUnderWay;

/** Each form tells of its own act. */
export function useTellUnderWay({ is }: Stage): void {
  const { tell } = useContext(UnderWay);
  const isUnderWay = is === 'sending' || is === 'held';
  useEffect(() => {
    tell(isUnderWay);
    return () => {
      tell(false);
    };
  }, [isUnderWay, tell]);
}
