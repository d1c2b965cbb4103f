// Opens the shop in a real browser, orders a product and reloads the order: node order.mjs URL CHROMIUM
import { chromium } from 'playwright-core';

const [url, executablePath] = process.argv.slice(2);
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
  await page.getByRole('link', { name: /checkout/i }).or(page.getByRole('button', { name: /checkout/i })).first().click();
  await page.getByLabel(/name/i).first().fill('Ada Lovelace');
  await page.getByLabel(/e-?mail/i).fill('ada@example.com');
  await page.getByRole('button', { name: /place order/i }).click();
  await page.waitForURL(/\/orders\//);
  const heading = page.getByRole('heading', { name: /order/i });
  await heading.waitFor();
  const before = await page.getByRole('main').innerText();
  await page.reload();
  await heading.waitFor();
  const after = await page.getByRole('main').innerText();
  console.log(JSON.stringify({ url: page.url(), same: before === after, order: after, problems }));
} finally {
  await browser.close();
}
