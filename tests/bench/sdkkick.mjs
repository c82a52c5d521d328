// SPDX-License-Identifier: Apache-2.0
// One kick by the official client: node sdkkick.mjs HOST KEY_ID USER_ID APP_ID, the secret in KICKDESK_SECRET.
import { createRequire } from 'node:module';

const { ManagementClient } = createRequire(new URL('../sdk/', import.meta.url))('authing-node-sdk');
const [host, accessKeyId, userId, appId] = process.argv.slice(2);
const client = new ManagementClient({ host, accessKeyId, accessKeySecret: process.env.KICKDESK_SECRET });
const { data } = await client.kickUsers({ userId, appIds: [appId], options: { userIdType: 'user_id' } });
process.exit(data.success ? 0 : 1);
