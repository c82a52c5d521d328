#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The staged Kickdesk.app has everything in its place, and the check of that sees what is not.

usage: test_bundle.py STAGE
"""
import pathlib
import plistlib
import shutil
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / 'installer/macos'))
import bundle  # noqa: E402

STAGE = pathlib.Path(sys.argv.pop())


class StagedBundle(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.app = pathlib.Path(folder.name) / 'Kickdesk.app'
        shutil.copytree(STAGE / 'Kickdesk.app', self.app)
        self.resources = self.app / 'Contents/Resources'

    def assert_fault(self, words):
        faults = '\n'.join(bundle.check(self.app))
        self.assertIn(words, faults)

    def change_info(self, **values):
        self.write_info({**bundle.info(self.app), **values})

    def write_info(self, values):
        (self.app / 'Contents/Info.plist').write_bytes(plistlib.dumps(values))

    def replace(self, language, text, by):
        file = self.resources / f'{language}.lproj/InfoPlist.strings'
        before = file.read_text('utf-8')
        self.assertIn(text, before)
        file.write_text(before.replace(text, by), 'utf-8')

    def test_is_complete(self):
        self.assertEqual(list(bundle.check(self.app)), [])

    def test_nothing_else_is_staged(self):
        self.assertEqual([path.name for path in STAGE.iterdir()], ['Kickdesk.app'])

    def test_has_the_version_of_the_project(self):
        project = (SOURCE / 'CMakeLists.txt').read_text('utf-8')
        self.assertIn(f'VERSION {bundle.info(self.app)["CFBundleShortVersionString"]}\n', project)

    def test_every_required_value_is_checked(self):
        for key in [*bundle.REQUIRED, 'CFBundleShortVersionString', 'CFBundleVersion']:
            with self.subTest(key):
                self.change_info(**{key: 'other'})
                self.assert_fault(f'Info.plist: {key} is')

    def test_every_required_value_is_missed(self):
        whole = bundle.info(self.app)
        for key in [*bundle.REQUIRED, *bundle.TRANSLATED]:
            with self.subTest(key):
                self.write_info({name: value for name, value in whole.items() if name != key})
                self.assert_fault(key)

    def test_scheme_is_checked(self):
        self.change_info(CFBundleURLTypes=[])
        self.assert_fault('opens links of []')

    def test_file_types_are_checked(self):
        self.change_info(CFBundleDocumentTypes=[])
        self.assert_fault('opens files of []')

    def test_missing_language_is_seen(self):
        shutil.rmtree(self.resources / 'zh-Hans.lproj')
        self.assert_fault('no texts in zh-Hans')

    def test_text_left_in_english_is_seen(self):
        self.replace('zh-Hans', 'Kickdesk 强制下线', 'Kickdesk')
        self.assert_fault('zh-Hans: CFBundleDisplayName is not Chinese')

    def test_text_that_differs_from_info_is_seen(self):
        self.replace('en', 'connects to', 'talks to')
        self.assert_fault('en: NSLocalNetworkUsageDescription is not what Info.plist says')

    def test_missing_text_is_seen(self):
        self.replace('zh-Hans', 'NSHumanReadableCopyright', 'NSHumanCopyright')
        self.assert_fault('zh-Hans: NSHumanReadableCopyright is missing')

    def test_broken_texts_are_refused(self):
        self.replace('zh-Hans', '";', '"')
        with self.assertRaises(ValueError):
            list(bundle.check(self.app))

    def test_missing_program_is_seen(self):
        (self.app / 'Contents/MacOS/kickdesk-cli').unlink()
        self.assert_fault('no program kickdesk-cli')

    def test_missing_document_is_seen(self):
        (self.resources / 'doc/LICENSE').unlink()
        self.assert_fault('no LICENSE')

    def test_missing_icon_is_seen(self):
        (self.resources / 'kickdesk.icns').unlink()
        self.assert_fault('the icon lacks')

    def test_small_icon_is_seen(self):
        icon = self.resources / 'kickdesk.icns'
        data = icon.read_bytes()
        at = data.index(b'ic10')
        icon.write_bytes(data[:at] + b'xxxx' + data[at + 4:])
        self.assert_fault('the icon lacks widths [1024]')

    def test_image_of_another_size_is_refused(self):
        icon = self.resources / 'kickdesk.icns'
        data = icon.read_bytes()
        at = data.index(b'ic10')
        icon.write_bytes(data[:at] + b'ic09' + data[at + 4:])
        with self.assertRaisesRegex(ValueError, 'ic09 is 1024 x 1024'):
            list(bundle.check(self.app))

    def test_cut_icon_is_refused(self):
        icon = self.resources / 'kickdesk.icns'
        icon.write_bytes(icon.read_bytes()[:-1])
        with self.assertRaises(ValueError):
            list(bundle.check(self.app))


class Entitlements(unittest.TestCase):
    """What is not in the list the hardened runtime forbids."""

    def test_only_the_network_is_asked_for(self):
        values = plistlib.loads((SOURCE / 'installer/macos/entitlements.plist').read_bytes())
        self.assertEqual(values, {'com.apple.security.network.client': True})


if __name__ == '__main__':
    unittest.main()
