// with-environment.cjs COMMAND [ARGUMENT…]: runs a program that node cannot load environment.cjs into, with the API's environment. The
// secrets are in the environment of the program alone. Signals reach it once, and this ends as it ended.
'use strict';

const { spawn } = require('node:child_process');
const { constants } = require('node:os');

require('./environment.cjs');

// Before the program starts: a signal that comes right then must reach it and not end this. Nothing is called back before it has been started.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}

// Should this be killed, which nobody can forward, the kernel ends the program too: it would keep the port from the next one.
const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...process.argv.slice(2)], { stdio: 'inherit' });

child.on('error', (error) => {
  console.error(`with-environment: ${error.message}`);
  process.exit(127);
});

child.on('exit', (code, signal) => {
  if (signal === null) {
    process.exit(code);
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // Reached with signals that do not end node.
  process.exit(128 + constants.signals[signal]);
});
