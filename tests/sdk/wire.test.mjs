// SPDX-License-Identifier: Apache-2.0
// What the official client sends and what Kickdesk sends, side by side, under the names of both brands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brands, clientOf, runCli, startRecorder, startSandbox } from './tools.mjs';

let sandbox;
let userId;
let appId;
let poolId;

before(async () => {
  sandbox = await startSandbox();
  const client = officialClient('authing', sandbox.host);
  userId = (await client.listUsers({})).data.list[0].userId;
  const application = (await client.listApplications({ page: 1, limit: 1 })).data.list[0];
  appId = application.appId;
  poolId = application.userPoolId;
});

after(() => sandbox.end());

function officialClient(brand, host, from = sandbox) {
  const { ManagementClient } = clientOf(brand);
  return new ManagementClient({ host, accessKeyId: from.keyId, accessKeySecret: from.secret, timeout: 5000 });
}

/** Kicks through a recorder and gives what it saw. */
async function recorded(kick) {
  const recorder = await startRecorder(sandbox.host);
  try {
    await kick(recorder.host);
    return recorder.requests;
  } finally {
    await recorder.end();
  }
}

async function kickdeskRequests(brand, auth) {
  return recorded(async (host) => {
    const name = `${brand}-${auth}`;
    const connection = ['--host', host, '--key-id', sandbox.keyId, '--pool-id', poolId, '--auth', auth];
    const added = await runCli(['profile', 'add', name, ...connection, '--api-names', brand]);
    assert.equal(added.exitCode, 0, added.stderr);
    const kick = ['kick', userId, '--apps', appId, '--verify', '0', '--yes'];
    const { exitCode, objects } = await runCli(['--profile', name, '--secret-stdin', ...kick], `${sandbox.secret}\n`);
    await runCli(['profile', 'remove', name]);
    assert.equal(exitCode, 0);
    assert.equal(objects[0].outcome, 'accepted');
    assert.equal(objects[0].httpStatus, 200);
  });
}

async function officialRequests(brand) {
  return recorded(async (host) => {
    const answer = await officialClient(brand, host).kickUsers({
      userId,
      appIds: [appId],
      options: { userIdType: 'user_id' },
    });
    assert.equal(answer.data.success, true);
  });
}

const kickOf = (requests) => requests.find((request) => request.endpoint === 'kick-users');

/**
 * The service's own headers of a request, without what the brand puts before them. By x-request-id, which is no part of
 * the signature, an answer can be told from that to another request.
 */
function ownHeaders({ headers }, brand) {
  const { prefix } = brands[brand];
  assert.match(headers['x-request-id'] ?? 'kickdesk-', /^kickdesk-/);
  const own = Object.keys(headers).filter((name) => name.startsWith('x-') && name !== 'x-request-id');
  for (const name of own) assert.ok(name.startsWith(prefix), `${name} is no header of ${brand}`);
  return Object.fromEntries(own.map((name) => [name.slice(prefix.length), headers[name]]));
}

/** The Authorization header that the official client would have made for the recorded request. */
function officialAuthorization({ method, url, headers, body }, brand) {
  const { buildStringToSign, buildAuthorization } = clientOf(brand);
  const { pathname, searchParams } = new URL(url, sandbox.host);
  const parameters = method === 'GET' ? Object.fromEntries(searchParams) : JSON.parse(body);
  return buildAuthorization(sandbox.keyId, sandbox.secret, buildStringToSign(method, pathname, headers, parameters));
}

for (const brand of Object.keys(brands)) {
  test(`signed requests are those of the official client (${brand})`, async () => {
    const official = kickOf(await officialRequests(brand));
    const requests = await kickdeskRequests(brand, 'signature');
    const kick = kickOf(requests);
    assert.equal(kick.method, official.method);
    assert.equal(kick.url, official.url);
    assert.deepEqual(JSON.parse(kick.body), JSON.parse(official.body));

    const { 'sdk-version': _, ...expected } = ownHeaders(official, brand);
    const own = ownHeaders(kick, brand);
    assert.equal(own['userpool-id'], poolId);
    assert.deepEqual(Object.keys(own).sort(), [...Object.keys(expected), 'userpool-id'].sort());
    assert.equal(own['signature-method'], expected['signature-method']);
    assert.equal(own['signature-version'], expected['signature-version']);
    assert.match(own['signature-nonce'], /^[0-9a-f]{32}$/);
    assert.equal(new Date(kick.headers.date).toUTCString(), kick.headers.date);

    const signed = requests.filter((request) => request.endpoint !== 'get-management-token');
    assert.ok(signed.length >= 2);
    for (const request of signed)
      assert.equal(request.headers.authorization, officialAuthorization(request, brand), request.endpoint);
    assert.ok(kick.headers.authorization.startsWith(`${brands[brand].scheme} ${sandbox.keyId}:`));
  });

  test(`requests with a token say who and where (${brand})`, async () => {
    const requests = await kickdeskRequests(brand, 'token');
    const token = requests.find((request) => request.endpoint === 'get-management-token');
    assert.deepEqual(JSON.parse(token.body), { accessKeyId: sandbox.keyId, accessKeySecret: sandbox.secret });
    assert.equal(token.headers.authorization, undefined);

    const official = kickOf(await officialRequests(brand));
    const kick = kickOf(requests);
    assert.deepEqual(JSON.parse(kick.body), JSON.parse(official.body));
    assert.match(kick.headers.authorization, /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
    for (const request of requests) {
      const own = ownHeaders(request, brand);
      assert.deepEqual(Object.keys(own).sort(), ['lang', 'userpool-id']);
      assert.equal(own['userpool-id'], poolId);
    }
  });
}

test('HTTP 201 is as good as 200 for both', async () => {
  const created = await startSandbox('status-201@kick-users');
  try {
    const options = { userId, appIds: [appId] };
    const client = officialClient('authing', created.host, created);
    assert.equal((await client.kickUsers(options)).data.success, true);
    const refused = await client.kickUsers({ ...options, userId: '000000000000000000000000' });
    assert.deepEqual([refused.statusCode, refused.apiCode], [404, 2004]);

    const connection = ['--host', created.host, '--key-id', created.keyId, '--secret-stdin'];
    const kick = ['kick', userId, '--apps', appId, '--verify', '0', '--yes'];
    const accepted = await runCli([...connection, ...kick], `${created.secret}\n`);
    assert.equal(accepted.exitCode, 0);
    assert.deepEqual([accepted.objects[0].outcome, accepted.objects[0].httpStatus], ['accepted', 201]);
  } finally {
    await created.end();
  }
});

test('HTTP 201 around a refusal is a refusal for both', async () => {
  const created = await startSandbox('status-201@kick-users', 'app-gone@kick-users');
  try {
    const client = officialClient('authing', created.host, created);
    const refused = await client.kickUsers({ userId, appIds: [appId] });
    assert.deepEqual([refused.statusCode, refused.apiCode], [404, 2011]);

    const connection = ['--host', created.host, '--key-id', created.keyId, '--secret-stdin'];
    const kick = ['kick', userId, '--apps', appId, '--verify', '0', '--yes'];
    const { exitCode, objects } = await runCli([...connection, ...kick], `${created.secret}\n`);
    assert.equal(exitCode, 3);
    const { outcome, httpStatus, apiCode } = objects[0];
    assert.deepEqual([outcome, httpStatus, apiCode], ['rejected', 201, 2011]);
  } finally {
    await created.end();
  }
});
