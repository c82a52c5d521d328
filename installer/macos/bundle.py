#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks into Kickdesk.app.

usage: bundle.py version APP    prints its version
       bundle.py check APP      says what is wrong with its layout, property lists, texts and icon; nothing when all
                                is well
"""
import pathlib
import plistlib
import re
import struct
import sys

LANGUAGES = ['en', 'zh-Hans']
PROGRAMS = ['Kickdesk', 'kickdesk-cli']

# What the system wants to know of a program with a window, and what the texts of each language must say.
REQUIRED = {
    'CFBundleDevelopmentRegion': 'en',
    'CFBundleExecutable': 'Kickdesk',
    'CFBundleIconFile': 'kickdesk.icns',
    'CFBundleIdentifier': 'org.kickdesk.kickdesk',
    'CFBundleInfoDictionaryVersion': '6.0',
    'CFBundleLocalizations': LANGUAGES,
    'CFBundleName': 'Kickdesk',
    'CFBundlePackageType': 'APPL',
    'LSHasLocalizedDisplayName': True,
    'LSMinimumSystemVersion': '12.0',
    'NSHighResolutionCapable': True,
    'NSPrincipalClass': 'NSApplication',
}
TRANSLATED = {'CFBundleDisplayName', 'CFBundleName', 'NSHumanReadableCopyright', 'NSLocalNetworkUsageDescription'}

# Type of an image in an icon: its width in pixels. Those of 16 and 32 have other types at single size in old files.
ICON_WIDTHS = {
    b'icp4': 16, b'icp5': 32, b'icp6': 64, b'ic07': 128, b'ic08': 256, b'ic09': 512, b'ic10': 1024,
    b'ic11': 32, b'ic12': 64, b'ic13': 256, b'ic14': 512, b'is32': 16, b'il32': 32, b'ih32': 48, b'it32': 128,
}
ICON_NEEDS = {16, 32, 128, 256, 512, 1024}


def info(app):
    return plistlib.loads((app / 'Contents/Info.plist').read_bytes())


def strings(text):
    """The texts of a .strings file: lines of "key = "text";", and comments."""
    without_comments = re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)
    result = dict(re.findall(r'^(\w+) = "((?:[^"\\]|\\.)*)";$', without_comments, flags=re.MULTILINE))
    rest = re.sub(r'^\w+ = "(?:[^"\\]|\\.)*";$', '', without_comments, flags=re.MULTILINE).strip()
    if rest:
        raise ValueError(f'not understood: {rest!r}')
    return result


def icon_widths(data):
    """The widths of the images in an .icns file."""
    if data[:4] != b'icns' or struct.unpack('>I', data[4:8])[0] != len(data):
        raise ValueError('no icon, or not all of it')
    widths, at = set(), 8
    while at < len(data):
        kind, size = data[at:at + 4], struct.unpack('>I', data[at + 4:at + 8])[0]
        if size < 8:
            raise ValueError('an image without size')
        if kind in ICON_WIDTHS:
            widths.add(ICON_WIDTHS[kind])
        if kind in ICON_WIDTHS and data[at + 8:at + 16] == b'\x89PNG\r\n\x1a\n':
            width, height = struct.unpack('>II', data[at + 24:at + 32])
            if (width, height) != (ICON_WIDTHS[kind],) * 2:
                raise ValueError(f'{kind.decode()} is {width} x {height}')
        at += size
    return widths


def check_info(values):
    for key, expected in REQUIRED.items():
        if values.get(key) != expected:
            yield f'Info.plist: {key} is {values.get(key)!r}, not {expected!r}'
    for key in ('CFBundleShortVersionString', 'CFBundleVersion'):
        if not re.fullmatch(r'\d+\.\d+\.\d+', values.get(key, '')):
            yield f'Info.plist: {key} is {values.get(key)!r}'
    schemes = [scheme for kind in values.get('CFBundleURLTypes', []) for scheme in kind['CFBundleURLSchemes']]
    if schemes != ['kickdesk']:
        yield f'Info.plist: opens links of {schemes}'
    types = [kind for entry in values.get('CFBundleDocumentTypes', []) for kind in entry['LSItemContentTypes']]
    if types != ['public.json']:
        yield f'Info.plist: opens files of {types}'
    for key in TRANSLATED - values.keys():
        yield f'Info.plist: no {key}'


def check_texts(app, values):
    for language in LANGUAGES:
        file = app / 'Contents/Resources' / f'{language}.lproj' / 'InfoPlist.strings'
        if not file.is_file():
            yield f'no texts in {language}'
            continue
        texts = strings(file.read_text('utf-8'))
        for key in sorted(TRANSLATED ^ texts.keys()):
            yield f'{language}: {key} is missing or not known'
        for key, text in texts.items():
            if language == 'en' and text != values.get(key):
                yield f'en: {key} is not what Info.plist says'
            if language == 'zh-Hans' and key != 'CFBundleName' and not re.search('[\u4e00-\u9fff]', text):
                yield f'zh-Hans: {key} is not Chinese'


def check(app):
    for program in PROGRAMS:
        file = app / 'Contents/MacOS' / program
        if not file.is_file() or not file.stat().st_mode & 0o100:
            yield f'no program {program}'
    for document in ('LICENSE', 'README.md', 'README.zh-CN.md'):
        if not (app / 'Contents/Resources/doc' / document).is_file():
            yield f'no {document}'
    values = info(app)
    yield from check_info(values)
    yield from check_texts(app, values)
    icon = app / 'Contents/Resources/kickdesk.icns'
    missing = ICON_NEEDS - icon_widths(icon.read_bytes()) if icon.is_file() else ICON_NEEDS
    if missing:
        yield f'the icon lacks widths {sorted(missing)}'


def main(command, app):
    app = pathlib.Path(app)
    if command == 'version':
        print(info(app)['CFBundleShortVersionString'])
        return
    faults = list(check(app))
    if faults:
        sys.exit('\n'.join(faults))


if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[1] not in ('version', 'check'):
        sys.exit(__doc__)
    main(*sys.argv[1:])
