/** What the tests of the application share: the service, one page of one browser, and the people of the clinic. */
import type { Page } from 'playwright-core';
import { expectStatus, now, orderInfusion, sitePath } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import type { HttpService } from '../support/http-service.js';

export interface Scene {
  readonly service: HttpService;
  readonly page: Page;
  readonly clinic: Clinic;
  readonly nurse: Member;
  readonly custodian: Member;
  readonly vials: readonly string[];
}

/** A document is printed while one waits, on a machine that may have other work. */
export const PRINTED_MS = 60_000;

/** Signs a person in at the page, which then shows Today. */
export async function signIn({ page, service }: Scene, member: Member): Promise<void> {
  await page.context().clearCookies();
  await page.goto(service.url);
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(member.signInName);
  await page.getByRole('textbox', { name: 'Password' }).fill(member.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}

/** Goes to a screen as a link inside the application goes, without starting it anew. */
export async function visit({ page }: Scene, path: string, title: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', '/${path}')`);
  await page.getByRole('heading', { name: title, exact: true, level: 1 }).waitFor();
}

/** The second person signs what stands on the screen, by PIN. */
export async function secondSigns({ page }: Scene, second: Member): Promise<void> {
  await page.getByText('This is what is signed').waitFor();
  await page.keyboard.type(second.pin);
  await page.keyboard.press('Enter');
}

/** The number of the line that the page says was recorded; fails with what the page says instead. */
export async function recordedLine({ page }: Pick<Scene, 'page'>): Promise<string> {
  const told = page.getByText(/Recorded, line/).first();
  const refused = page.locator('.notice-no, .notice-ask').first();
  await told.or(refused).first().waitFor();
  const text = await told.or(refused).first().innerText();
  const line = /Recorded, line\s+(\d+)/.exec(text)?.[1];
  if (line === undefined) throw new Error(`not recorded: ${text}`);
  return line;
}

/** An infusion for which 0.7 mL are drawn: gives its order. */
export async function drawn({ clinic, nurse }: Scene, container: string): Promise<string> {
  const order = await orderInfusion(clinic, nurse);
  const body = {
    ...now(clinic),
    order,
    lines: [{ container, quantity: { value: '0.700', unit: 'mL' } }],
  };
  expectStatus(await nurse.device.post(sitePath(clinic, 'draws'), body), 201);
  return order;
}
