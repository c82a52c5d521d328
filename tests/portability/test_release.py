#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The scripts that surround a release: version, checksums, manifests, list of components, archive of the source.

usage: test_release.py BUILD
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop())
WINDOWS_LIBRARIES = SOURCE / 'installer' / 'windows' / 'libraries.json'
REPOSITORY = 'https://example.com/kickdesk/kickdesk'
PACKAGES = ['kickdesk-1.2.3-macos-universal.dmg', 'kickdesk-1.2.3-windows-x64-setup.exe', 'kickdesk-1.2.3-windows-x64.msi']


def run(*command, **variables):
    return subprocess.run([str(part) for part in command], text=True, capture_output=True,
                          env={**os.environ, **variables})


def script(name, *arguments, **variables):
    return run(SOURCE / 'scripts' / name, *arguments, **variables)


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def assert_ends_well(self, result):
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def assert_fails(self, result, words):
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(words, result.stderr)


class Version(unittest.TestCase):
    def test_tag_must_be_the_version(self):
        result = script('version', 'v99.0.0')
        self.assertEqual(result.returncode, 1)
        self.assertIn('the tag is v99.0.0', result.stderr)

    def test_changelog_must_have_the_version(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            (copy / 'scripts').mkdir()
            for file in ('scripts/version', 'CMakeLists.txt', 'CHANGELOG.md'):
                shutil.copy(SOURCE / file, copy / file)
            version = re.search(r'^    VERSION ([\d.]+)$', (copy / 'CMakeLists.txt').read_text('utf-8'), re.M)[1]
            (copy / 'CHANGELOG.md').write_text('# Changelog\n\n## Unreleased\n', 'utf-8')
            self.assertIn('no section', run(copy / 'scripts/version', f'v{version}').stderr)
            (copy / 'CHANGELOG.md').write_text(f'# Changelog\n\n## {version} (2026-01-01)\n', 'utf-8')
            self.assertEqual(run(copy / 'scripts/version', f'v{version}').stdout, f'version={version}\n')


class Checksums(InFolder):
    def test_every_file_is_summed(self):
        (self.folder / 'b').write_text('b')
        (self.folder / 'a b').write_text('a')
        for _ in range(2):
            self.assert_ends_well(script('checksums', self.folder))
        expected = [f'{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}' for name in ('a b', 'b')]
        self.assertEqual((self.folder / 'SHA256SUMS').read_text().splitlines(), expected)

    def test_nothing_to_sum_is_refused(self):
        self.assert_fails(script('checksums', self.folder), 'there is no file')


class Manifests(InFolder):
    def setUp(self):
        super().setUp()
        for name in PACKAGES:
            (self.folder / name).write_text(name)
        self.assert_ends_well(script('checksums', self.folder))
        self.out = self.folder / 'out'

    def write(self, version='1.2.3', repository=REPOSITORY):
        return script('manifests', version, self.folder / 'SHA256SUMS', repository, self.out)

    def read(self, name):
        """What Ruby understands of a file of YAML."""
        result = run('ruby', '-ryaml', '-rjson', '-e', 'puts JSON.generate(YAML.load_file(ARGV[0]))',
                     self.out / 'winget' / f'Kickdesk.Kickdesk{name}.yaml')
        self.assert_ends_well(result)
        return json.loads(result.stdout)

    def test_every_manifest_of_winget_names_package_and_version(self):
        self.assert_ends_well(self.write())
        types = {'': 'version', '.installer': 'installer', '.locale.en-US': 'defaultLocale', '.locale.zh-CN': 'locale'}
        self.assertEqual(len(list((self.out / 'winget').iterdir())), len(types))
        for name, kind in types.items():
            with self.subTest(kind):
                manifest = self.read(name)
                self.assertEqual((manifest['PackageIdentifier'], manifest['PackageVersion'], manifest['ManifestType'],
                                  manifest['ManifestVersion']), ('Kickdesk.Kickdesk', '1.2.3', kind, '1.6.0'))

    def test_winget_downloads_what_was_summed(self):
        self.assert_ends_well(self.write())
        for installer, name in zip(self.read('.installer')['Installers'], PACKAGES[1:], strict=True):
            self.assertEqual(installer['InstallerUrl'], f'{REPOSITORY}/releases/download/v1.2.3/{name}')
            self.assertEqual(installer['InstallerSha256'], hashlib.sha256(name.encode()).hexdigest())

    def test_short_texts_fit(self):
        self.assert_ends_well(self.write())
        for name in ('.locale.en-US', '.locale.zh-CN'):
            self.assertTrue(3 <= len(self.read(name)['ShortDescription']) <= 256)

    def test_cask_is_ruby_and_names_the_image(self):
        self.assert_ends_well(self.write())
        cask = self.out / 'homebrew/kickdesk.rb'
        self.assert_ends_well(run('ruby', '-wc', cask))
        text = cask.read_text('utf-8')
        self.assertIn(f'sha256 "{hashlib.sha256(PACKAGES[0].encode()).hexdigest()}"', text)
        self.assertIn(f'url "{REPOSITORY}/releases/download/v1.2.3/{PACKAGES[0]}"', text)

    def test_nothing_is_left_to_fill_in(self):
        self.assert_ends_well(self.write())
        for file in self.out.rglob('*.*'):
            self.assertNotRegex(file.read_text('utf-8'), r'@\w+@')

    def test_missing_sum_is_refused(self):
        self.assert_fails(self.write(version='1.2.4'), 'there is no sum of kickdesk-1.2.4')
        self.assertFalse(self.out.exists())

    def test_damaged_sums_are_refused(self):
        sums = self.folder / 'SHA256SUMS'
        sums.write_text(sums.read_text()[1:])
        self.assert_fails(self.write(), 'no SHA-256 sums')

    def test_bad_version_and_address_are_refused(self):
        self.assert_fails(self.write(version='1.2'), 'not three numbers')
        self.assert_fails(self.write(repository='http://example.com/a'), 'not the address')


class Components(InFolder):
    def list(self, out='list.json', build=BUILD):
        return script('sbom', build, self.folder / out, SOURCE_DATE_EPOCH='1700000000')

    def read(self):
        self.assert_ends_well(self.list())
        return json.loads((self.folder / 'list.json').read_text('utf-8'))

    def test_is_a_list_of_the_program_and_its_libraries(self):
        bill = self.read()
        self.assertEqual((bill['bomFormat'], bill['specVersion']), ('CycloneDX', '1.5'))
        self.assertRegex(bill['serialNumber'], r'^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        self.assertEqual(bill['metadata']['timestamp'], '2023-11-14T22:13:20Z')
        self.assertEqual(bill['metadata']['component']['name'], 'Kickdesk')
        references = {bill['metadata']['component']['bom-ref'], *(entry['bom-ref'] for entry in bill['components'])}
        self.assertEqual({entry['ref'] for entry in bill['dependencies']}, references)
        for entry in bill['components']:
            self.assertRegex(entry['version'], r'^\d+\.\d+')

    def test_no_library_is_forgotten(self):
        files = [SOURCE / 'CMakeLists.txt', *(SOURCE / 'src').rglob('*.cmake'), *(SOURCE / 'src').rglob('CMakeLists.txt')]
        found = set()
        for file in files:
            found |= set(re.findall(r'\bfind_package\((\w+)', file.read_text('utf-8')))
        names = {'CSV': 'libcsv', 'LibZip': 'libzip', 'Qt6': 'Qt', 'SQLite3': 'SQLite', 'Qt6Keychain': 'QtKeychain'}
        found.discard('Iconv')  # part of each system that has it
        listed = {entry['name'] for entry in self.read()['components']}
        # What scripts/pinyin has made a table of is no library.
        self.assertEqual({names.get(name, name) for name in found} | {'Unihan'}, listed)

    def test_same_build_gives_the_same_bytes(self):
        self.assert_ends_well(self.list('one'))
        self.assert_ends_well(self.list('two'))
        self.assertEqual((self.folder / 'one').read_bytes(), (self.folder / 'two').read_bytes())

    def windows_list(self, change=lambda versions: None):
        """The list of a build for Windows that has the versions of libraries.json, as far as CMake knows them."""
        libraries = json.loads(WINDOWS_LIBRARIES.read_text('utf-8'))
        versions = {library['name']: library['version'] for library in libraries}
        change(versions)
        entries = json.loads((BUILD / 'components.json').read_text('utf-8'))
        entries = entries[:1] + [{**entry, 'version': versions[entry['name']]} for entry in entries[1:]]
        (self.folder / 'components.json').write_text(json.dumps(entries), 'utf-8')
        return script('sbom', self.folder, self.folder / 'list.json', WINDOWS_LIBRARIES)

    def test_windows_packages_name_the_sources_of_all(self):
        self.assert_ends_well(self.windows_list())
        libraries = json.loads(WINDOWS_LIBRARIES.read_text('utf-8'))
        found = {entry['name']: entry for entry in
                 json.loads((self.folder / 'list.json').read_text('utf-8'))['components']}
        self.assertEqual(set(found), {library['name'] for library in libraries})
        for library in libraries:
            self.assertIn(library.get('within', library['name']), found)
            hashes = {reference['comment']: reference['hashes'][0]['content']
                      for reference in found[library['name']]['externalReferences'] if reference['type'] == 'distribution'}
            self.assertEqual(hashes, library.get('source', {}).get('files', {}))
            for digest in hashes.values():
                self.assertRegex(digest, r'^[0-9a-f]{64}$')
        keychain = found['QtKeychain']['externalReferences'][-1]['hashes'][0]['content']
        self.assertIn(keychain, (SOURCE / 'src' / 'dependencies.cmake').read_text('utf-8'))

    def test_windows_build_of_other_versions_is_refused(self):
        self.assert_fails(self.windows_list(lambda versions: versions.update(OpenSSL='3.0.1')), 'OpenSSL 3.0.1')

    def test_unknown_version_is_refused(self):
        entries = json.loads((BUILD / 'components.json').read_text('utf-8'))
        entries[-1]['version'] = ''
        (self.folder / 'components.json').write_text(json.dumps(entries), 'utf-8')
        self.assert_fails(self.list(build=self.folder), f'no version of {entries[-1]["name"]}')


class SourceArchive(InFolder):
    def test_same_commit_gives_the_same_bytes(self):
        name = 'kickdesk-1.2.3-source.tar.xz'
        for out in ('one', 'two'):
            (self.folder / out).mkdir()
            self.assert_ends_well(script('sourcearchive', '1.2.3', self.folder / out))
        self.assertEqual((self.folder / 'one' / name).read_bytes(), (self.folder / 'two' / name).read_bytes())
        files = run('tar', '-tf', self.folder / 'one' / name).stdout.splitlines()
        self.assertIn('kickdesk-1.2.3/CMakeLists.txt', files)
        self.assertTrue(all(file.startswith('kickdesk-1.2.3/') for file in files))


class Tools(unittest.TestCase):
    def test_are_installed(self):
        missing = [tool for tool in ('git', 'ruby', 'sha256sum', 'tar', 'xz') if not shutil.which(tool)]
        self.assertEqual(missing, [], 'Run scripts/deps.')


if __name__ == '__main__':
    unittest.main()
