#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What installer/macos asks Apple's tools for, seen by tools that only write down how they are called."""
import os
import pathlib
import plistlib
import subprocess
import tempfile
import unittest

MACOS = pathlib.Path(__file__).resolve().parents[2] / 'installer/macos'
TOOLS = ['codesign', 'hdiutil', 'macdeployqt', 'security', 'spctl', 'xcrun']
ACCEPTED = '{"id":"1","status":"Accepted"}'

# Writes its call down, and makes the file that hdiutil would make.
STUB = '''#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
case "$(basename "$0") $*" in
hdiutil*) for last; do :; done; touch "$last" ;;
"xcrun notarytool"*) printf %s "$ANSWER" ;;
"security create-keychain"*) for last; do :; done; touch "$last" ;;
esac
'''


class Packaging(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.calls = self.folder / 'calls'
        self.calls.touch()
        (self.folder / 'bin').mkdir()
        for tool in TOOLS:
            stub = self.folder / 'bin' / tool
            stub.write_text(STUB)
            stub.chmod(0o755)
        self.app = self.folder / 'stage/Kickdesk.app'
        contents = self.app / 'Contents'
        for path in ('MacOS/Kickdesk', 'MacOS/kickdesk-cli', 'Frameworks/QtCore.framework/QtCore',
                     'Frameworks/libz.dylib', 'PlugIns/platforms/libqcocoa.dylib'):
            file = contents / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(0o755)
        (contents / 'Info.plist').write_bytes(plistlib.dumps({'CFBundleShortVersionString': '1.2.3'}))

    def run_script(self, script, *arguments, **variables):
        environment = {'PATH': f'{self.folder / "bin"}:{os.environ["PATH"]}', 'CALLS': str(self.calls),
                       'ANSWER': ACCEPTED, **variables}
        return subprocess.run([MACOS / script, *map(str, arguments)], env=environment, text=True, capture_output=True)

    def package(self, *steps, **variables):
        return self.run_script('package', self.folder / 'stage', self.folder / 'out', *steps, **variables)

    def lines(self, start):
        return [line for line in self.calls.read_text().splitlines() if line.startswith(start)]

    def assert_refused(self, result, code, words):
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertIn(words, result.stderr)
        self.assertEqual(self.calls.read_text(), '')

    def test_signs_from_the_inside_out(self):
        result = self.package('deploy', 'sign', KICKDESK_SIGN_IDENTITY='Somebody')
        self.assertEqual(result.returncode, 0, result.stderr)
        signed = [line.rsplit('/', 1)[1] for line in self.lines('codesign --force')]
        self.assertEqual(signed, ['libqcocoa.dylib', 'QtCore.framework', 'libz.dylib', 'kickdesk-cli', 'Kickdesk.app'])
        for line in self.lines('codesign --force'):
            self.assertIn('--options runtime --timestamp --sign Somebody', line)
        for line in self.lines('codesign --force')[-2:]:
            self.assertIn(f'--entitlements {MACOS}/entitlements.plist', line)

    def test_ad_hoc_signature_asks_for_no_time(self):
        self.assertEqual(self.package('sign', 'image', KICKDESK_SIGN_IDENTITY='-').returncode, 0)
        for line in self.lines('codesign --force'):
            self.assertIn('--timestamp=none', line)
        self.assertNotIn('.dmg', '\n'.join(self.lines('codesign')))

    def test_image_is_named_after_the_version(self):
        self.assertEqual(self.package('image', KICKDESK_SIGN_IDENTITY='Somebody').returncode, 0)
        image = self.folder / 'out/kickdesk-1.2.3-macos-universal.dmg'
        self.assertTrue(image.is_file())
        self.assertEqual(self.lines('codesign'), [f'codesign --force --timestamp --sign Somebody {image}'])

    def notarise(self, **variables):
        return self.package('notarise', 'verify', **{
            'KICKDESK_NOTARY_KEY': 'key.p8', 'KICKDESK_NOTARY_KEY_ID': 'K', 'KICKDESK_NOTARY_ISSUER': 'I', **variables})

    def test_ticket_is_stapled_and_verified(self):
        result = self.notarise()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([line.split()[:3] for line in self.lines('xcrun')],
                         [['xcrun', 'notarytool', 'submit'], ['xcrun', 'stapler', 'staple'],
                          ['xcrun', 'stapler', 'validate']])
        self.assertEqual(len(self.lines('spctl')), 2)

    def test_refusal_by_apple_ends_it(self):
        result = self.notarise(ANSWER='{"id":"1","status":"Invalid"}')
        self.assertEqual(result.returncode, 1)
        self.assertIn('did not accept', result.stderr)
        self.assertEqual(len(self.lines('xcrun')), 1)

    def test_missing_identity_is_refused_before_anything_is_done(self):
        self.assert_refused(self.package('deploy', 'sign'), 3, 'KICKDESK_SIGN_IDENTITY is not set')

    def test_missing_notary_key_is_refused_before_anything_is_done(self):
        for missing in ('KICKDESK_NOTARY_KEY', 'KICKDESK_NOTARY_KEY_ID', 'KICKDESK_NOTARY_ISSUER'):
            with self.subTest(missing):
                self.assert_refused(self.notarise(**{missing: ''}), 3, f'{missing} is not set')

    def test_ad_hoc_signature_is_not_notarised(self):
        self.assert_refused(self.notarise(KICKDESK_SIGN_IDENTITY='-'), 3, 'no ad hoc signature')

    def test_unknown_step_is_refused(self):
        self.assert_refused(self.package('deploy', 'polish'), 2, 'usage')

    def test_stage_without_program_is_refused(self):
        (self.app / 'Contents/MacOS/Kickdesk').unlink()
        self.assert_refused(self.package('deploy'), 2, 'there is no program')

    def test_certificate_goes_into_a_keychain_of_its_own(self):
        keychain = self.folder / 'kickdesk.keychain'
        result = self.run_script('keychain', keychain, KICKDESK_SIGN_CERTIFICATE='AAAA', KICKDESK_SIGN_PASSWORD='p')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(keychain.is_file())
        self.assertEqual(len(self.lines('security import')), 1)

    def test_missing_certificate_is_refused(self):
        for missing in ('KICKDESK_SIGN_CERTIFICATE', 'KICKDESK_SIGN_PASSWORD'):
            with self.subTest(missing):
                values = {'KICKDESK_SIGN_CERTIFICATE': 'AAAA', 'KICKDESK_SIGN_PASSWORD': 'p', missing: ''}
                self.assert_refused(self.run_script('keychain', self.folder / 'k', **values), 3, f'{missing} is not set')


if __name__ == '__main__':
    unittest.main()
