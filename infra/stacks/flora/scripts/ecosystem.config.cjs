// What PM2 runs. Cluster mode, even with one process: a reload then starts the new one before it ends the old one.
'use strict';

const { SERVICE_NAME, SERVICE_ROOT, LOG_DIRECTORY, ENTRY_SCRIPT, ENVIRONMENT_FILE } = process.env;

module.exports = {
  apps: [
    {
      name: `${SERVICE_NAME}-backend`,
      cwd: `${SERVICE_ROOT}/current`,
      script: ENTRY_SCRIPT,
      exec_mode: 'cluster',
      instances: 1,
      node_args: [`--require=${__dirname}/environment.cjs`],
      env: { SERVICE_ROOT, ENVIRONMENT_FILE, NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/rds-global-bundle.pem' },
      out_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-out.log`,
      error_file: `${LOG_DIRECTORY}/${SERVICE_NAME}-backend-error.log`,
      merge_logs: true,
      exp_backoff_restart_delay: 100,
      kill_timeout: 10000,
    },
  ],
};
