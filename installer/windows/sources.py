#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fetches the sources of libraries.json from Debian, with apt and the mirror that this computer uses.

usage: sources.py FOLDER [--unpack] NAME...

NAME is that of a library. Its files come into FOLDER, and with --unpack its source with Debian's patches into
FOLDER/PACKAGE. What lies there already with the right hash is not fetched again; a file with another hash ends the run.
"""
import hashlib
import json
import pathlib
import subprocess
import sys

LIST = pathlib.Path(__file__).resolve().parent / 'libraries.json'
KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'


def run(*command, **options):
    result = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if result.returncode != 0:
        sys.exit(f'{result.stdout}\nsources.py: failed: {" ".join(map(str, command))}')
    return result.stdout


def mirror():
    """The address that this computer has Debian from, without that of the security updates."""
    sites = run('apt-get', 'indextargets', '--format', '$(SITE)', 'Created-By: Packages').split()
    sites = [site for site in sites if not site.endswith('security')]
    if not sites:
        sys.exit('sources.py: apt knows no mirror of Debian')
    return sites[0]


class Apt:
    """An apt of its own, because the computer's lists have no sources and no other release."""

    def __init__(self, folder):
        self.folder = folder / 'apt'
        for name in ('lists/partial', 'cache/archives/partial'):
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    def run(self, *arguments, cwd=None):
        options = {
            'Dir::Etc::SourceList': self.folder / 'sources.list',
            'Dir::Etc::SourceParts': '/dev/null',
            'Dir::State::Lists': self.folder / 'lists',
            'Dir::Cache': self.folder / 'cache',
            'APT::Sandbox::User': 'root',
        }
        return run('apt-get', '-q', *(f'-o{key}={value}' for key, value in options.items()), *arguments, cwd=cwd)

    def update(self, suites):
        site = mirror()
        lines = [f'deb-src [signed-by={KEYRING}] {site} {suite} main\n' for suite in sorted(suites)]
        (self.folder / 'sources.list').write_text(''.join(lines), 'utf-8')
        self.run('update')


def is_right(path, digest):
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def fetch(folder, sources):
    missing = [source for source in sources
               if not all(is_right(folder / name, digest) for name, digest in source['files'].items())]
    if not missing:
        return
    apt = Apt(folder)
    apt.update({source['suite'] for source in missing})
    for source in missing:
        only = ['--tar-only'] if len(source['files']) == 1 else []
        apt.run('source', '--download-only', *only, f'{source["package"]}={source["version"]}', cwd=folder)
        wrong = [name for name, digest in source['files'].items() if not is_right(folder / name, digest)]
        if wrong:
            sys.exit(f'sources.py: {", ".join(wrong)}: not the file of libraries.json')


def unpack(folder, source):
    target = folder / source['package']
    if target.exists():
        return
    # The names of files leave out the epoch of a version.
    version = source['version'].partition(':')[2] or source['version']
    descriptions = list(folder.glob(f'{source["package"]}_{version}.dsc'))
    if not descriptions:
        sys.exit(f'sources.py: no description of {source["package"]} in {folder}')
    run('dpkg-source', '--no-check', '-x', descriptions[0], target)


def main(folder, names, is_unpacking):
    libraries = {library['name']: library for library in json.loads(LIST.read_text('utf-8'))}
    unknown = [name for name in names if 'source' not in libraries.get(name, {})]
    if unknown:
        sys.exit(f'sources.py: libraries.json has no source of {", ".join(unknown)}')
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    sources = [libraries[name]['source'] for name in names]
    fetch(folder, sources)
    if is_unpacking:
        for source in sources:
            unpack(folder, source)


if __name__ == '__main__':
    words = [word for word in sys.argv[1:] if word != '--unpack']
    if len(words) < 2:
        sys.exit(__doc__)
    main(words[0], words[1:], '--unpack' in sys.argv)
