/** What screens look like once somebody has begun with something there. Nothing of it is ever sent to the register. */

/** Name of the picture, the address, and what is done there; words in braces as in screenshots.mjs. */
export const STATES = {
  'vial-acts': ['vials/{container}', (page) => press(page, 'Move')],
  'vial-close-out': ['vials/{container}', (page) => press(page, 'Close out')],
  'vial-labels': ['vials/{container}', printLabels],
  'infusion-waste': ['infusions/{order}', (page) => press(page, 'Waste')],
  'infusion-bag': ['infusions/{order}', (page) => press(page, 'Seal in a bag')],
  'infusion-prepare': ['infusions/{order}', (page) => press(page, 'Prepare')],
  'infusion-draw': ['infusions/{ordered}', drawTooMuch],
  'new-order': ['infusions', newOrder],
  'line-correction': ['ledger/{draw}', (page) => press(page, 'Correct this line')],
  'line-proof': ['ledger/{draw}', prove],
  'loss-step': ['losses', (page) => page.getByText('Next step of this case').first().click()],
  'policies-change': ['policies', (page) => press(page, 'Change settings')],
  'reconciliation-chart': ['reconciliation', workOut],
  'trends-lines': ['trends', (page) => page.locator('.bar:not(:disabled)').last().click()],
  'ledger-narrowed': ['ledger', (page) => page.getByLabel('Show').selectOption('waste')],
  menu: ['', openMenu],
};

const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

async function printLabels(page) {
  await page.evaluate('window.print = () => undefined');
  await press(page, 'Print labels');
  await page.locator('.label img').waitFor();
}

async function newOrder(page) {
  await page.getByLabel('Find patient by name').fill('a');
  await press(page, 'Search');
  await page.locator('.line-button').first().click();
}

/** Ten times the dose is told on the way. */
async function drawTooMuch(page) {
  const vial = page.getByLabel('Vial, scanned or typed');
  await vial.waitFor();
  const container = await page.evaluate(async () => {
    const read = async (path) => (await fetch(path)).json();
    const { items: sites } = await read('/api/sites');
    const { items } = await read(`/api/sites/${sites[0].site}/containers?status=open`);
    return items[0].container;
  });
  await vial.fill(container);
  await page.locator('.vial-told').waitFor();
  await page.getByLabel('Volume drawn').fill('6');
}

async function prove(page) {
  await press(page, 'Check the proof here');
  await page.locator('.notice').first().waitFor();
}

/** From the first count to the newest. */
async function workOut(page) {
  for (const label of ['Audit item', 'Beginning count', 'Closing count']) {
    const options = page.getByLabel(label).locator('option');
    await options.nth(1).waitFor({ state: 'attached' });
    const index = label === 'Beginning count' ? (await options.count()) - 1 : 1;
    await page.getByLabel(label).selectOption({ index });
  }
  await press(page, 'Work it out');
  await page.locator('.register').first().waitFor();
}

/** Where there is a button for it, as on a phone. */
async function openMenu(page) {
  const button = page.locator('.menu-button');
  if (await button.isVisible()) await button.click();
}
