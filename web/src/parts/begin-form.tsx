/** The form with which something begins that goes on elsewhere; what the service refuses stands in it. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemOf } from './problem-notice.js';

export function BeginForm<T>(props: {
  label: string;
  begin: () => Promise<T>;
  onBegun: (begun: T) => void;
  children: ReactNode;
}) {
  const begun = useMutation({ mutationFn: props.begin, onSuccess: props.onBegun });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begun.mutate();
      }}
    >
      {props.children}
      <ProblemOf error={begun.error} />
      <div className="row">
        <Button type="submit" loading={begun.isPending}>
          {props.label}
        </Button>
      </div>
    </form>
  );
}
