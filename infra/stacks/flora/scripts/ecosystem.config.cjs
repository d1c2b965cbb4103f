// What PM2 runs. Fork mode: in cluster mode PM2 loses what a process writes when it dies at its start, and why a release does not
// start is what a deploy must tell. The price is about a second without a process, in which CloudFront tries again.
'use strict';

const { SERVICE_NAME, SERVICE_ROOT, LOG_DIRECTORY, ENTRY_SCRIPT, ENVIRONMENT_FILE } = process.env;

module.exports = {
  apps: [
    {
      name: `${SERVICE_NAME}-backend`,
      cwd: `${SERVICE_ROOT}/current`,
      script: ENTRY_SCRIPT,
      exec_mode: 'fork',
      node_args: [`--require=${__dirname}/environment.cjs`],
      env: { SERVICE_ROOT, ENVIRONMENT_FILE, NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/rds-global-bundle.pem' },
      out_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-out.log`,
      error_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-error.log`,
      exp_backoff_restart_delay: 100,
      kill_timeout: 10000,
    },
  ],
};
