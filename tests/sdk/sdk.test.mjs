// SPDX-License-Identifier: Apache-2.0
// The official client of Authing against the sandbox: whoever learns the wire from one must find it in the other.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import sdk from 'authing-node-sdk';

const { ManagementClient } = sdk;
const { host, keyId, secret } = JSON.parse(process.env.KICKDESK_SANDBOX);

function clientWith(options = {}) {
  return new ManagementClient({ host, accessKeyId: keyId, accessKeySecret: secret, timeout: 5000, ...options });
}

const client = clientWith();
let users;
let apps;

/** The first user that has the member `name`. */
function userWith(name) {
  const found = users.find((user) => user[name]);
  assert.ok(found, `no user has ${name}`);
  return found;
}

before(async () => {
  const userPage = await client.listUsers({ options: { pagination: { page: 1, limit: 50 }, withIdentities: true } });
  assert.equal(userPage.statusCode, 200);
  assert.equal(userPage.data.list.length, 50);
  assert.ok(userPage.data.totalCount > 50);
  users = userPage.data.list;

  const appPage = await client.listApplicationSimpleInfo({ page: 1, limit: 50 });
  assert.equal(appPage.statusCode, 200);
  assert.equal(appPage.data.list.length, appPage.data.totalCount);
  apps = appPage.data.list.map((app) => app.appId);
});

test('list-users pages without overlap', async () => {
  const options = { pagination: { page: 2, limit: 50 } };
  const { data } = await client.listUsers({ options });
  const known = new Set(users.map((user) => user.userId));
  assert.equal(data.list.filter((user) => known.has(user.userId)).length, 0);
});

test('list-users searches by keywords and by filter', async () => {
  const user = userWith('email');
  const byKeywords = await client.listUsers({ keywords: user.email });
  assert.deepEqual(byKeywords.data.list.map((found) => found.userId), [user.userId]);

  const { phone } = userWith('phone');
  const byFilter = await client.listUsers({ advancedFilter: [{ field: 'phone', operator: 'EQUAL', value: phone }] });
  assert.ok(byFilter.data.totalCount >= 1);
  assert.ok(byFilter.data.list.every((found) => found.phone === phone));
});

const identityValues = {
  user_id: (user) => user.userId,
  phone: (user) => user.phone,
  email: (user) => user.email,
  username: (user) => user.username,
  external_id: (user) => user.externalId,
  identity: ({ identities: [first] = [] }) => first && `${first.extIdpId}:${first.userIdInIdp}`,
  sync_relation: ({ identities: [first] = [] }) => first && `${first.provider}:${first.userIdInIdp}`,
};

for (const [userIdType, valueOf] of Object.entries(identityValues)) {
  test(`get-user and kick-users by ${userIdType}`, async () => {
    const user = users.find(valueOf);
    assert.ok(user, `no user has a value for ${userIdType}`);
    const userId = valueOf(user);

    const found = await client.getUser({ userId, userIdType });
    assert.equal(found.statusCode, 200);
    assert.equal(found.data.userId, user.userId);

    const kicked = await client.kickUsers({ userId, appIds: apps.slice(0, 2), options: { userIdType } });
    assert.equal(kicked.statusCode, 200);
    assert.equal(kicked.data.success, true);
    assert.equal(kicked.message, '操作成功');
    assert.ok(kicked.requestId);
  });
}

test('a kick ends the sessions that check-session-status sees', async () => {
  const appId = apps[0];
  const online = await client.listApplicationActiveUsers({ appId, options: { pagination: { page: 1, limit: 1 } } });
  const { userId } = online.data.list[0];
  const isActive = async () => (await client.checkSessionStatus({ appId, userId })).data.active;

  assert.equal(await isActive(), true);
  await client.kickUsers({ userId, appIds: [appId] });
  assert.equal(await isActive(), false);
});

test('get-user-batch takes several users', async () => {
  const userIds = users.slice(0, 3).map((user) => user.userId);
  const { statusCode, data } = await client.getUserBatch({ userIds });
  assert.equal(statusCode, 200);
  assert.deepEqual(data.map((user) => user.userId).sort(), [...userIds].sort());
});

test('is-user-exists knows every identifier', async () => {
  const { email, phone, username } = userWith('email');
  for (const given of [{ email }, { phone }, { username }].filter((each) => Object.values(each)[0])) {
    const { data } = await client.isUserExists(given);
    assert.equal(data.exists, true);
  }
  assert.equal((await client.isUserExists({ username: 'nobody-of-that-name' })).data.exists, false);
  assert.equal((await client.isUserExists({})).message, '参数 username, email, phone, externalId 格式错误');
});

test('a user has accessible applications, identities and actions', async () => {
  const { userId } = users.find(({ identities, lastLogin }) => identities.length > 0 && lastLogin);
  const accessible = await client.getUserAccessibleApps({ userId });
  assert.ok(accessible.data.every((app) => apps.includes(app.appId)));
  const identities = await client.getUserLoggedinIdentities({ userId });
  assert.equal(identities.data.length, users.find((user) => user.userId === userId).identities.length);
  const { data } = await client.getUserActionLogs({ userId, eventType: 'login', pagination: { page: 1, limit: 5 } });
  assert.equal(data.list.length, 5);
  assert.ok(data.list.every((row) => row.userId === userId && row.eventType === 'login' && row.success));
});

test('get-security-settings has every member that the types require', async () => {
  const { data } = await client.getSecuritySettings();
  const required = ['authingTokenExpiresIn', 'verifyCodeLength', 'verifyCodeMaxAttempts', 'changeEmailStrategy',
    'changePhoneStrategy', 'registerDisabled', 'registerAnomalyDetection', 'completePasswordAfterPassCodeLogin',
    'loginAnomalyDetection', 'loginRequireEmailVerified', 'selfUnlockAccount', 'enableLoginAccountSwitch',
    'qrcodeLoginStrategy'];
  assert.deepEqual(required.filter((name) => !(name in data)), []);
});

test('a user has applications and a login history', async () => {
  const { userId } = userWith('lastLogin');
  const loggedin = await client.getUserLoggedinApps({ userId });
  assert.ok(loggedin.data.length > 0);
  assert.ok(loggedin.data.every((app) => apps.includes(app.appId)));
  const history = await client.getUserLoginHistory({ userId, page: 1, limit: 10 });
  assert.ok(history.data.totalCount > 0);
});

test('list-applications names the user pool', async () => {
  const { data } = await client.listApplications({ page: 1, limit: 1 });
  assert.match(data.list[0].userPoolId, /^[0-9a-f]{24}$/);
});

test('the audit log has the kick under its requestId', async () => {
  const { requestId } = await client.kickUsers({ userId: users[0].userId, appIds: [apps[0]] });
  const { data } = await client.getAdminAuditLogs({ requestId });
  assert.equal(data.totalCount, 1);
  assert.equal(data.list[0].requestId, requestId);
});

test('errors come in the envelope', async () => {
  const { userId } = users[0];
  const appIds = [apps[0]];

  const noApps = await client.kickUsers({ userId, appIds: [] });
  assert.deepEqual([noApps.statusCode, noApps.message], [400, '参数 appIds 格式错误']);

  const noUser = await client.kickUsers({ userId: '000000000000000000000000', appIds });
  assert.deepEqual([noUser.statusCode, noUser.apiCode, noUser.message], [404, 2004, '用户不存在']);

  const noApp = await client.kickUsers({ userId, appIds: ['000000000000000000000000'] });
  assert.equal(noApp.apiCode, 2011);

  const tooMany = await client.listUsers({ options: { pagination: { page: 1, limit: 220 } } });
  assert.equal(tooMany.statusCode, 400);

  const unknown = await client.getUser({ userId: '000000000000000000000000' });
  assert.notEqual(unknown.statusCode, 200);
  assert.equal(unknown.message, '用户不存在');
});

test('messages follow the language', async () => {
  const english = clientWith({ lang: 'en-US' });
  const { message } = await english.kickUsers({ userId: users[0].userId, appIds: [apps[0]] });
  assert.equal(message, 'Operation succeeded');
});

/** The envelope, whether the HTTP status let it pass or not. */
async function envelopeOf(call) {
  try {
    return await call;
  } catch (error) {
    return error.response.data;
  }
}

test('a wrong secret is refused', async () => {
  const stranger = clientWith({ accessKeySecret: `${secret}x` });
  const answer = await envelopeOf(stranger.kickUsers({ userId: users[0].userId, appIds: [apps[0]] }));
  assert.equal(answer.apiCode, 1300);
  assert.notEqual(answer.statusCode, 200);
});
