// SPDX-License-Identifier: Apache-2.0
// Usage: node run.mjs KICKDESK_CLI. Starts a sandbox, runs the tests of the official client against it, and ends it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

if (!existsSync(join(here, 'node_modules', 'authing-node-sdk'))) {
  console.error('The official client is not installed. Run: npm ci --prefix tests/sdk');
  process.exit(1);
}

const sandbox = spawn(process.argv[2], ['sandbox', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
sandbox.once('error', (error) => {
  console.error(`The sandbox did not start: ${error.message}`);
  process.exit(1);
});
sandbox.once('exit', (code) => {
  if (!sandbox.killed) {
    console.error(`The sandbox ended by itself with exit code ${code}.`);
    process.exit(1);
  }
});

createInterface({ input: sandbox.stdout }).once('line', (line) => {
  const tests = spawn(process.execPath, ['--test', join(here, 'sdk.test.mjs'), join(here, 'wire.test.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, KICKDESK_SANDBOX: line, KICKDESK_CLI: process.argv[2] },
  });
  tests.once('exit', (code) => {
    sandbox.once('exit', () => process.exit(code ?? 1));
    sandbox.kill('SIGTERM');
  });
});
