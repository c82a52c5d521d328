; SPDX-License-Identifier: Apache-2.0
; Every text of our own, in both languages.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
SetFont /LANG=${LANG_ENGLISH} "Segoe UI" 9
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9

!macro Text NAME ENGLISH CHINESE
    LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
    LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
!macroend

!insertmacro Text TextWelcome \
    "This installs Kickdesk ${VERSION}, with which a helpdesk forces users offline in Authing.$\r$\n$\r$\nAn older version is replaced. History, connections and settings are kept.$\r$\n$\r$\nChoose Next to go on." \
    "此程序将安装 Kickdesk ${VERSION}，供服务台在 Authing 中将用户强制下线。$\r$\n$\r$\n已安装的旧版本会被替换，操作记录、连接和设置都会保留。$\r$\n$\r$\n请点击“下一步”继续。"
!insertmacro Text TextLicense \
    "Choose I Agree to accept these terms. Kickdesk can be installed only under them." \
    "如果您接受上述条款，请点击“我接受”。只有接受后才能安装 Kickdesk。"
!insertmacro Text TextChoiceHeader "Choose what Kickdesk sets up." "选择要设置的内容。"
!insertmacro Text TextChoice "Tick what you want, then choose Next." "请勾选所需的内容，然后点击“下一步”。"
!insertmacro Text TextRemovalHeader "Remove Kickdesk from this computer." "从这台电脑中卸载 Kickdesk。"
!insertmacro Text TextRemoval \
    "Kickdesk will be removed from the folder below. Files of your own in it are kept." \
    "将从以下文件夹中卸载 Kickdesk。其中您自己的文件会保留。"
!insertmacro Text TextRemovalChoiceHeader "Choose whether your data are deleted too." "选择是否同时删除您的数据。"
!insertmacro Text TextRemovalChoice \
    "The program is removed. Your data are kept unless you tick them." \
    "程序将被卸载。除非勾选，否则您的数据会保留。"
!insertmacro Text TextRemovalList "Remove:" "要删除的内容："
!insertmacro Text TextProgram "Kickdesk" "Kickdesk 程序"
!insertmacro Text TextProgramHint \
    "The window, the command line program and an entry in the Start menu." \
    "窗口程序、命令行程序，以及“开始”菜单中的快捷方式。"
!insertmacro Text TextLinks "Open kickdesk: links" "打开 kickdesk: 链接"
!insertmacro Text TextLinksHint \
    "A link in a ticket opens Kickdesk and searches for the user. Nothing is sent by it." \
    "点击工单中的链接即可打开 Kickdesk 并查找用户。链接本身不会执行任何操作。"
!insertmacro Text TextPath "kickdesk-cli on the command line" "在命令行中使用 kickdesk-cli"
!insertmacro Text TextPathHint \
    "Adds the folder of the program to PATH, so that scripts find kickdesk-cli." \
    "把程序文件夹加入 PATH，使脚本可以直接调用 kickdesk-cli。"
!insertmacro Text TextData "History, connections and settings" "操作记录、连接和设置"
!insertmacro Text TextDataHint \
    "Deletes the history of your kicks for ever. Leave it unticked to keep your data for another installation." \
    "将永久删除您的强制下线操作记录。若要保留数据供以后重新安装时使用，请不要勾选。"
!insertmacro Text TextRunning \
    "Kickdesk is running. Close it everywhere on this computer, then choose Retry." \
    "Kickdesk 正在运行。请先在这台电脑上关闭所有 Kickdesk，然后选择“重试”。"
!insertmacro Text TextRunningNow \
    "Kickdesk was started in the meantime. Nothing has been changed. Close it and run this installer again." \
    "Kickdesk 刚刚被启动，未做任何更改。请关闭它，然后重新运行安装程序。"
!insertmacro Text TextOldStays \
    "The version that is installed could not be removed (code $R1). Uninstall it in the Windows settings, or delete its folder, then run this installer again." \
    "无法移除已安装的版本（代码 $R1）。请在 Windows 设置中将其卸载或删除其文件夹，然后重新运行安装程序。"
!insertmacro Text TextFolder \
    "The folder given by /D= cannot be used. Nothing has been changed." \
    "无法使用 /D= 指定的文件夹，未做任何更改。"
!insertmacro Text TextNewer \
    "Kickdesk $R9 is installed, which is newer than ${VERSION}. To go back, uninstall it first; your history and connections are kept." \
    "已安装的 Kickdesk $R9 比 ${VERSION} 更新。如需退回旧版本，请先将其卸载；您的操作记录和连接会保留。"
!insertmacro Text TextMsi \
    "Kickdesk was installed for all users by the MSI package. Update it with the MSI package, or remove it first." \
    "Kickdesk 已通过 MSI 安装包为所有用户安装。请使用 MSI 安装包更新，或先将其卸载。"
!insertmacro Text TextWindows \
    "Kickdesk needs a 64-bit Windows 10, version 1809, or newer." \
    "Kickdesk 需要 64 位的 Windows 10（1809 版）或更高版本。"

!macro VersionTexts LANGUAGE DESCRIPTION
    VIAddVersionKey /LANG=${LANGUAGE} ProductName "Kickdesk"
    VIAddVersionKey /LANG=${LANGUAGE} CompanyName "Kickdesk"
    VIAddVersionKey /LANG=${LANGUAGE} FileDescription "${DESCRIPTION}"
    VIAddVersionKey /LANG=${LANGUAGE} FileVersion "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} ProductVersion "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} LegalCopyright "Apache License 2.0"
!macroend
!insertmacro VersionTexts ${LANG_ENGLISH} "Kickdesk Setup"
!insertmacro VersionTexts ${LANG_SIMPCHINESE} "Kickdesk 安装程序"
