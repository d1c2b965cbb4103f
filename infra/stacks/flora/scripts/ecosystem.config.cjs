// What PM2 runs. Fork mode: in cluster mode PM2 loses what a process writes when it dies at its start, and why a release does not
// start is what a deploy must tell. The price is about a second without a process, in which CloudFront tries again.
'use strict';

const path = require('node:path');

const { SERVICE_NAME, SERVICE_ROOT, LOG_DIRECTORY, ENTRY_SCRIPT, ENVIRONMENT_FILE } = process.env;

const cwd = `${SERVICE_ROOT}/current`;

// PM2 signals all processes below the one that it runs. A program would get each signal twice, from PM2 and from the one that forwards
// it, and a second SIGINT cuts short what the first one began; so PM2 signals the forwarding one alone.
const start = /\.[cm]?js$/.test(ENTRY_SCRIPT)
  ? { script: ENTRY_SCRIPT, node_args: [`--require=${__dirname}/environment.cjs`] }
  : { script: `${__dirname}/with-environment.cjs`, args: [path.resolve(cwd, ENTRY_SCRIPT)], treekill: false };

module.exports = {
  apps: [
    {
      name: `${SERVICE_NAME}-backend`,
      cwd,
      ...start,
      exec_mode: 'fork',
      env: { SERVICE_ROOT, ENVIRONMENT_FILE, NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/rds-global-bundle.pem' },
      out_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-out.log`,
      error_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-error.log`,
      exp_backoff_restart_delay: 100,
      kill_timeout: 10000,
    },
  ],
};
