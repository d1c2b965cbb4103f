// Sends requests from pages in a real browser, and tells how each was answered: node foreign.mjs '{"chromium": …, "pages": […], "requests": […]}'
import { chromium } from 'playwright-core';

import { execFileSync } from 'node:child_process';

const { command, pages, requests } = JSON.parse(process.argv[2]);
const executablePath = execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    '--host-resolver-rules=MAP evil.test 127.0.0.1',
  ],
});
try {
  const answers = [];
  for (const url of pages) {
    const page = await browser.newPage();
    await page.goto(url);
    page.on('response', (response) => answers.push({ page: url, method: response.request().method(), url: response.url(), status: response.status() }));
    for (const request of requests) {
      const answered = page.waitForResponse(request.url);
      // "no-cors" is what a form or an image does: simple requests, which a browser sends without asking first.
      await page.evaluate(({ url, method, body }) => fetch(url, {
        method, body, mode: 'no-cors', credentials: 'include', headers: body === undefined ? {} : { 'Content-Type': 'text/plain' },
      }).then(() => {}, () => {}), request);
      await answered;
    }
    await page.close();
  }
  console.log(JSON.stringify(answers));
} finally {
  await browser.close();
}
