// Loaded by node before the API (--require), and by with-environment.cjs before a program. The secrets go straight into the process:
// they are in no argument, in no unit file and not in what PM2 saves and lists.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = process.env.SERVICE_ROOT || '/srv/api';
const file = process.env.ENVIRONMENT_FILE || path.join(root, 'environment.json');

Object.assign(process.env, JSON.parse(fs.readFileSync(file, 'utf8')));

try {
  process.env.RELEASE_ID = path.basename(fs.realpathSync(path.join(root, 'current')));
} catch (error) {
  // The first migration runs before there is a current release.
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
