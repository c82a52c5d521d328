// SPDX-License-Identifier: Apache-2.0
// Usage: node --test workflows.test.mjs. The workflows of the repository have no findings, and faults are found.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from './rules.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../.github/workflows');

for (const name of readdirSync(folder)) {
  test(name, () => assert.deepEqual(findings(readFileSync(join(folder, name), 'utf8'), name), []));
}

test('the expected workflows are there', () => {
  assert.deepEqual(readdirSync(folder).sort(), ['build.yml', 'ci.yml', 'release.yml']);
});

const pin = '8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1';

const good = `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${pin}
        with:
          persist-credentials: false
      - run: echo "$HOME"
`;

test('a good workflow has no findings', () => assert.deepEqual(findings(good, 'good.yml'), []));

for (const [what, from, to, expected] of [
  ['a key that does not exist', 'steps:', 'stepps:', /unexpected key "stepps"/],
  ['text of a stranger in a script', '"$HOME"', '${{ github.head_ref }}', /potentially untrusted/],
  ['an unknown value', '"$HOME"', '${{ matrix.name }}', /property "name" is not defined/],
  ['an unknown machine', 'ubuntu-24.04', 'ubuntu-latest', /none of the machines/],
  ['kept credentials', 'persist-credentials: false', 'fetch-depth: 1', /keeps its credentials/],
  ['open permissions', 'permissions: {}', 'permissions: read-all', /not taken away/],
  ['no end', 'timeout-minutes: 5', 'name: build', /no timeout-minutes/],
]) {
  test(`${what} is found`, () => {
    assert.ok(good.includes(from));
    assert.match(findings(good.replace(from, to), 'bad.yml').join('\n'), expected);
  });
}
