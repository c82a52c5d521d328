// SPDX-License-Identifier: Apache-2.0
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import Module, { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const cli = process.env.KICKDESK_CLI;

/** The two brands of the service: what their own headers and their signatures begin with. */
export const brands = {
  authing: { prefix: 'x-authing-', scheme: 'authing' },
  genauth: { prefix: 'x-genauth-', scheme: 'GenAuth' },
};

/**
 * The official client under the names of a brand. GenAuth's client is this one with other names, and is in no
 * registry: the names are replaced while the files are read.
 */
export function clientOf(brand) {
  const { prefix, scheme } = brands[brand];
  const isOfClient = (file) => file.includes('authing-node-sdk');
  const forget = () => Object.keys(require.cache).filter(isOfClient).forEach((file) => delete require.cache[file]);
  const compile = Module._extensions['.js'];
  Module._extensions['.js'] = (module, file) => {
    if (!isOfClient(file)) {
      compile(module, file);
      return;
    }
    const source = readFileSync(file, 'utf8').replaceAll('x-authing-', prefix).replaceAll('`authing ', `\`${scheme} `);
    module._compile(source, file);
  };
  try {
    forget();
    return {
      ...require('authing-node-sdk'),
      ...require('authing-node-sdk/dist/utils/buildSignature.js'),
    };
  } finally {
    forget();
    Module._extensions['.js'] = compile;
  }
}

/** A sandbox with faults of its own; end() stops it. */
export async function startSandbox(...faults) {
  const options = faults.flatMap((fault) => ['--fault', fault]);
  const process = spawn(cli, ['sandbox', '--json', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise((resolve) => createInterface({ input: process.stdout }).once('line', resolve));
  const end = () =>
    new Promise((resolve) => {
      process.once('exit', resolve);
      process.kill('SIGTERM');
    });
  return { ...JSON.parse(line), end };
}

/** A server before `host` that passes everything on and remembers each request. */
export async function startRecorder(host) {
  const requests = [];
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method, url, headers } = incoming;
      requests.push({ method, url, endpoint: url.split('?')[0].split('/').pop(), headers, body });
      const forwarded = httpRequest(new URL(url, host), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.end(body);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { host: `http://127.0.0.1:${server.address().port}`, requests, end };
}

/** What the command line program prints with --json, as objects, and its exit code. */
export function runCli(args, input = '') {
  return new Promise((resolve) => {
    const child = execFile(cli, ['--json', ...args], (error, stdout, stderr) => {
      const objects = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
      resolve({ exitCode: error ? error.code : 0, objects, stderr });
    });
    child.stdin.end(input);
  });
}
