// SPDX-License-Identifier: Apache-2.0
// Usage: node sdk.mjs HOST USERS IN_FLIGHT. Kicks by the official client, as a script of its users would, and prints what it
// took; without the start of Node.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../sdk/package.json', import.meta.url)));
const { ManagementClient } = require('authing-node-sdk');

const [host, users, inFlight] = process.argv.slice(2);
const client = new ManagementClient({
  host,
  accessKeyId: '60e044b1b3f6a2c1d0e9f8a7',
  accessKeySecret: '0123456789abcdef0123456789abcdef',
  timeout: 15000,
});

let next = 0;
let good = 0;
let refused = 0;

async function kickOnes() {
  while (next < Number(users)) {
    const userId = `62f0a1b2c3d4e5f6${(0x10000000 + next++).toString(16)}`;
    try {
      const reply = await client.kickUsers({
        appIds: ['62f0a1b2c3d4e5f6a7b8c9d0'],
        userId,
        options: { userIdType: 'user_id' },
      });
      if (reply.statusCode === 200) good += 1;
      else refused += 1;
    } catch {
      refused += 1;
    }
  }
}

const before = process.cpuUsage();
const start = process.hrtime.bigint();
await Promise.all(Array.from({ length: Number(inFlight) }, kickOnes));
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const cpu = process.cpuUsage(before);
console.log(
  JSON.stringify({
    good,
    refused,
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    // Not resourceUsage().maxRSS, which is not less than the memory of whoever started this.
    peakKilobytes: Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]),
  }),
);
process.exit(0);
