// Opens the shop in a real browser, orders a product and reloads the order: node order.mjs URL CHROMIUM
import { chromium } from 'playwright-core';

import { execFileSync } from 'node:child_process';

const [url, command] = process.argv.slice(2);
const executablePath = execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(url);
  await page.getByRole('button', { name: /add .*to cart/i }).first().click();
  await page.getByRole('link', { name: /cart/i }).first().click();
  await page.getByRole('link', { name: /check out/i }).click();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('button', { name: /place order/i }).click();
  await page.waitForURL(/\/orders\//);
  const heading = page.getByRole('heading', { name: /^order /i });
  await heading.waitFor();
  const before = await page.getByRole('main').innerText();
  await page.reload();
  await heading.waitFor();
  const after = await page.getByRole('main').innerText();
  console.log(JSON.stringify({ url: page.url(), same: before === after, order: after, problems }));
} finally {
  await browser.close();
}
