/** Chromium for the tests of the application, found where Debian and others put it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where Chromium is. Where it must not be missing, it is an error that it is. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  const found = [...(named === undefined ? [] : [named]), ...PLACES].find((path) =>
    existsSync(path),
  );
  if (found === undefined && process.env['BROWSER_TESTS'] === 'required') {
    throw new Error(`no Chromium at ${PLACES.join(', ')}, nor in CHROMIUM: install it`);
  }
  return found;
}

export const launch = (executablePath: string): Promise<Browser> =>
  // Root, as continuous integration runs, has no sandbox.
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** Types as a scanner does, wherever the focus is: every key is on its way before the first is answered. */
export async function scan(page: Page, code: string): Promise<void> {
  const scanner = await page.context().newCDPSession(page);
  const keys = Array.from(code, (key) => ({ key, text: key }));
  const strokes = [...keys, { key: 'Enter', text: '\r' }].flatMap(({ key, text }) => [
    scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text }),
    scanner.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ]);
  await Promise.all(strokes);
  await scanner.detach();
}

/** What axe finds wrong on the page as it is now, in either theme. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(
      ...(await page.evaluate(async (scheme) => {
        const { axe } = globalThis as unknown as { axe: Axe };
        // Names and roles are the same by night; colours are not.
        const rules = scheme === 'light' ? {} : { runOnly: ['color-contrast'] };
        const { violations: wrong } = await axe.run(rules);
        return wrong.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) =>
              `${scheme} ${id} ${target.join(' ')} ${failureSummary ?? ''}`,
          ),
        );
      }, colorScheme)),
    );
  }
  return found;
}

interface Axe {
  run(rules: { readonly runOnly?: readonly string[] }): Promise<AxeResults>;
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly {
      readonly target: readonly string[];
      readonly failureSummary?: string;
    }[];
  }[];
}
