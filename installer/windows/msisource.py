#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""msisource.py STAGE VERSION ICON OUT: the source from which wixl makes the MSI of STAGE, for every user of a computer."""
import hashlib
import pathlib
import sys
from xml.etree import ElementTree

UPGRADE_CODE = "3C1F7B52-0C0B-4B1E-9C64-6B7D3A2F9E11"
SHORTCUT_GUID = "8E0D6C3A-5B9E-4C59-8C3D-1F4A7B2E6D05"
LINKS_GUID = "B4A6E1D7-2C38-4F0A-9D51-7E8C0F3B5A92"
KEY = "Software\\Kickdesk"
LINKS = "Software\\Classes\\kickdesk"


class Source:
    def __init__(self, version: str, icon: pathlib.Path) -> None:
        self.root = ElementTree.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
        self.product = add(
            self.root, "Product", Id="*", Name="Kickdesk", Version=version, Manufacturer="Kickdesk", Language="1033",
            UpgradeCode=UPGRADE_CODE)
        add(self.product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
            Description="Kickdesk")
        add(self.product, "MajorUpgrade",
            DowngradeErrorMessage="A newer version of Kickdesk is installed. To go back, uninstall it first.")
        add(self.product, "Media", Id="1", Cabinet="kickdesk.cab", EmbedCab="yes")
        add(self.product, "Icon", Id="kickdesk.ico", SourceFile=str(icon))
        add(self.product, "Property", Id="ARPPRODUCTICON", Value="kickdesk.ico")
        # The other installer, where it was run for all users, owns the same folder.
        other = add(self.product, "Property", Id="SETUPFOLDER")
        add(other, "RegistrySearch", Id="SetupFolder", Root="HKLM", Key=KEY, Name="InstallFolder", Type="raw",
            Win64="yes")
        add(self.product, "Condition",
            Message="Kickdesk was installed for all users by its setup program. Uninstall it first.",
            ).text = "Installed OR NOT SETUPFOLDER"
        target = add(self.product, "Directory", Id="TARGETDIR", Name="SourceDir")
        programs = add(target, "Directory", Id="ProgramFiles64Folder")
        self.folder = add(programs, "Directory", Id="INSTALLDIR", Name="Kickdesk")
        self.menu = add(target, "Directory", Id="ProgramMenuFolder")
        self.feature = add(self.product, "Feature", Id="Program", Level="1")

    def component(self, directory: ElementTree.Element, identifier: str, guid: str) -> ElementTree.Element:
        add(self.feature, "ComponentRef", Id=identifier)
        return add(directory, "Component", Id=identifier, Guid=guid, Win64="yes")

    def add_tree(self, folder: pathlib.Path, directory: ElementTree.Element, stage: pathlib.Path) -> None:
        for entry in sorted(folder.iterdir()):
            if not entry.name.isascii():
                sys.exit(f"msisource.py: {entry}: wixl loses names that are not ASCII")
            # Identifiers of MSI take letters, digits and few signs; names may have others.
            name = "f" + hashlib.sha256(entry.relative_to(stage).as_posix().encode()).hexdigest()[:32]
            if entry.is_dir():
                self.add_tree(entry, add(directory, "Directory", Id=name, Name=entry.name), stage)
            else:
                component = self.component(directory, name, "*")
                add(component, "File", Id=name, Name=entry.name, Source=str(entry), KeyPath="yes")

    def add_shortcut(self, version: str) -> None:
        component = self.component(self.menu, "StartMenu", SHORTCUT_GUID)
        add(component, "Shortcut", Id="StartMenu", Name="Kickdesk", Target="[INSTALLDIR]kickdesk.exe",
            WorkingDirectory="INSTALLDIR")
        add(component, "RegistryValue", Root="HKLM", Key=KEY, Name="MsiVersion", Type="string", Value=version,
            KeyPath="yes")

    def add_links(self) -> None:
        component = self.component(self.folder, "Links", LINKS_GUID)
        values = (
            ("", None, "URL:Kickdesk"),
            ("", "URL Protocol", ""),
            ("\\DefaultIcon", None, "[INSTALLDIR]kickdesk.exe,0"),
            # After the two dashes nothing in a link can be taken for an option.
            ("\\shell\\open\\command", None, '"[INSTALLDIR]kickdesk.exe" -- "%1"'),
        )
        for index, (key, name, value) in enumerate(values):
            attributes = {"Name": name} if name else {}
            if index == 0:
                attributes["KeyPath"] = "yes"
            add(component, "RegistryValue", Root="HKLM", Key=LINKS + key, Type="string", Value=value, **attributes)


def add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def main(stage: pathlib.Path, version: str, icon: pathlib.Path, out: pathlib.Path) -> None:
    source = Source(version, icon)
    source.add_tree(stage, source.folder, stage)
    source.add_shortcut(version)
    source.add_links()
    ElementTree.ElementTree(source.root).write(out, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4]))
