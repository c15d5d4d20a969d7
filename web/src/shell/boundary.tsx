/** A screen that cannot be shown, or whose program did not arrive, says so; the rest of the application stands. */
import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { words } from '../words/words.js';

interface Props {
  /** Another screen is tried anew. */
  readonly path: string;
  readonly children: ReactNode;
}

export class Boundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.path !== this.props.path && this.state.isBroken) this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <section className="notice notice-warn stack" role="alert">
        <h1 tabIndex={-1}>{words.broken}</h1>
        <p>{navigator.onLine ? words.brokenSays : words.offline}</p>
        <div className="row">
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {words.reload}
          </Button>
        </div>
      </section>
    );
  }
}
