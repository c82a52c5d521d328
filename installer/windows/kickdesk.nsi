; SPDX-License-Identifier: Apache-2.0
; The installer, made by `build`, which defines VERSION, STAGE, OUTFILE, LICENSE, ICON, BANNER, DELETELIST and, where a
; signature is wanted, SIGN. Silent switches and exit codes are those of its sections and of .onInit.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
CRCCheck force
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

; What NSIS itself ends with where a file cannot be written.
!define EXIT_FAILED 2
!define EXIT_NOT_ELEVATED 740
!define EXIT_OLD_STAYS 1603
!define EXIT_OTHER_VERSION 1638
!define EXIT_WRONG_WINDOWS 1654
!define EXIT_RUNNING 15618
!define OLDEST_BUILD 17763 ; Windows 10, version 1809

!define PROGRAM "kickdesk.exe"
!define PROGRAM_CLI "kickdesk-cli.exe"
!define KEY "Software\Kickdesk"
!define KEY_UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kickdesk"
!define KEY_LINKS "Software\Classes\kickdesk"

Name "Kickdesk"
BrandingText "Kickdesk ${VERSION}"
OutFile "${OUTFILE}"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!ifdef SIGN
    !finalize '"${SIGN}" "%1"' = 0
    !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_LANGDLL_WINDOWTITLE "Kickdesk ${VERSION}"
!define MUI_LANGDLL_INFO "请选择语言 · Choose a language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_CUSTOMFUNCTION_GUIINIT RefuseWhatCannotBe
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.RefuseWhileRunning
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram

; Our own texts where those of NSIS would promise or ask for something else.
!define MUI_WELCOMEPAGE_TEXT "$(TextWelcome)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_LICENSEPAGE_TEXT_BOTTOM "$(TextLicense)"
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!define MUI_PAGE_HEADER_SUBTEXT "$(TextChoiceHeader)"
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(TextChoice)"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_SUBTEXT "$(TextRemovalHeader)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(TextRemoval)"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_SUBTEXT "$(TextRemovalChoiceHeader)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW un.HideSpace
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(TextRemovalChoice)"
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST "$(TextRemovalList)"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!include texts.nsh
!insertmacro MUI_RESERVEFILE_LANGDLL

; 1: for every user of the computer, 0: for this user
Var AllUsers
; where the version that is there now was installed; empty when there is none
Var OldFolder

!include common.nsh
!include path.nsh

Function .onInit
    SetRegView 64
    ${GetParameters} $R0
    Call ChooseLanguage

    StrCpy $AllUsers 0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${IfNot} ${Errors}
        StrCpy $AllUsers 1
        !insertmacro NeedElevation "$EXEPATH" "$R0"
    ${EndIf}
    Call SetScope

    ; Empty unless /D= gave a folder, and also when that one cannot be used.
    ReadRegStr $OldFolder SHCTX "${KEY}" "InstallFolder"
    System::Call 'kernel32::GetCommandLineW() p .R1'
    System::Call 'shlwapi::StrStrW(p R1, w " /D=") p .R1'
    ${If} $INSTDIR == ""
    ${AndIf} $R1 == 0
        ${If} $OldFolder != ""
            StrCpy $INSTDIR $OldFolder
        ${ElseIf} $AllUsers == 1
            StrCpy $INSTDIR "$PROGRAMFILES64\Kickdesk"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Kickdesk"
        ${EndIf}
    ${EndIf}
    Call ChooseSections
    ${If} ${Silent}
        Call RefuseWhatCannotBe
    ${EndIf}
FunctionEnd

; Where there are windows it waits for the first, because until then texts are in the language of Windows.
Function RefuseWhatCannotBe
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
        !insertmacro Refuse "$(TextWindows)" ${EXIT_WRONG_WINDOWS}
    ${EndIf}
    ${If} $INSTDIR == ""
        !insertmacro Refuse "$(TextFolder)" ${EXIT_FAILED}
    ${EndIf}
    ReadRegStr $R1 SHCTX "${KEY}" "MsiVersion"
    ${If} $AllUsers == 1
    ${AndIf} $R1 != ""
        !insertmacro Refuse "$(TextMsi)" ${EXIT_OTHER_VERSION}
    ${EndIf}
    ReadRegStr $R9 SHCTX "${KEY_UNINSTALL}" "DisplayVersion"
    ${VersionCompare} "$R9" "${VERSION}" $R1
    ${If} $R9 != ""
    ${AndIf} $R1 == 1
        !insertmacro Refuse "$(TextNewer)" ${EXIT_OTHER_VERSION}
    ${EndIf}
    Call RefuseWhileRunning
FunctionEnd

; /LANG=en-US or zh-CN (or their numbers), else the one chosen last time, else a question; a silent installer takes the
; one of Windows.
Function ChooseLanguage
    ClearErrors
    ${GetOptions} $R0 "/LANG=" $R1
    ${If} ${Errors}
        !insertmacro MUI_LANGDLL_DISPLAY
    ${ElseIf} $R1 == "zh-CN"
    ${OrIf} $R1 == ${LANG_SIMPCHINESE}
        StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
    ${Else}
        StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${EndIf}
FunctionEnd

Section "$(TextProgram)" SectionProgram
    SectionIn RO
    Call RemoveOld
    SetOutPath "$INSTDIR"
    File /r "${STAGE}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Kickdesk.lnk" "$INSTDIR\${PROGRAM}"

    WriteRegStr HKCU "${KEY}" "Language" "$LANGUAGE"
    WriteRegStr SHCTX "${KEY}" "InstallFolder" "$INSTDIR"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "DisplayName" "Kickdesk"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "Publisher" "Kickdesk"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${KEY_UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${KEY_UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY_UNINSTALL}" "NoRepair" 1
    SectionGetSize ${SectionProgram} $0
    WriteRegDWORD SHCTX "${KEY_UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "$(TextLinks)" SectionLinks
    WriteRegStr SHCTX "${KEY_LINKS}" "" "URL:Kickdesk"
    WriteRegStr SHCTX "${KEY_LINKS}" "URL Protocol" ""
    WriteRegStr SHCTX "${KEY_LINKS}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    ; After the two dashes nothing in a link can be taken for an option.
    WriteRegStr SHCTX "${KEY_LINKS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" -- "%1"'
SectionEnd

Section /o "$(TextPath)" SectionPath
    Call AddToPath
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "$(TextProgramHint)"
    !insertmacro MUI_DESCRIPTION_TEXT ${SectionLinks} "$(TextLinksHint)"
    !insertmacro MUI_DESCRIPTION_TEXT ${SectionPath} "$(TextPathHint)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; What was chosen for the version before is chosen again; the switches choose for a silent installation.
Function ChooseSections
    ReadRegDWORD $R1 SHCTX "${KEY}" "AddedToPath"
    ${If} $R1 == 1
        !insertmacro SelectSection ${SectionPath}
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/AddToPath" $R1
    ${IfNot} ${Errors}
        !insertmacro SelectSection ${SectionPath}
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/NoLinks" $R1
    ${IfNot} ${Errors}
        !insertmacro UnselectSection ${SectionLinks}
    ${EndIf}
FunctionEnd

; The old version takes away its own files by its own list, so that nothing of it is left and nothing else goes.
Function RemoveOld
    ${If} $OldFolder == ""
    ${OrIfNot} ${FileExists} "$OldFolder\uninstall.exe"
        Return
    ${EndIf}
    ClearErrors
    ExecWait '"$OldFolder\uninstall.exe" /S /Upgrade _?=$OldFolder' $R1
    ${If} ${Errors}
        StrCpy $R1 ${EXIT_OLD_STAYS}
    ${EndIf}
    ${If} $R1 == ${EXIT_RUNNING}
        !insertmacro Refuse "$(TextRunningNow)" ${EXIT_RUNNING}
    ${ElseIf} $R1 != 0
        !insertmacro Refuse "$(TextOldStays)" ${EXIT_OLD_STAYS}
    ${EndIf}
    ; An uninstaller that is told where it runs from cannot delete itself, nor its folder.
    Delete "$OldFolder\uninstall.exe"
    RMDir "$OldFolder"
FunctionEnd

; Through Explorer, so that a program started by an elevated installer is not elevated.
Function StartProgram
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

Function un.onInit
    SetRegView 64
    ${GetParameters} $R0
    !insertmacro MUI_UNGETLANGUAGE
    StrCpy $AllUsers 0
    ReadRegStr $R1 HKLM "${KEY}" "InstallFolder"
    ${If} $R1 == $INSTDIR
        StrCpy $AllUsers 1
        !insertmacro NeedElevation "$INSTDIR\uninstall.exe" ""
    ${EndIf}
    Call un.SetScope
    StrCpy $OldFolder $INSTDIR
    Call un.ChooseSections
    ${If} ${Silent}
        Call un.RefuseWhileRunning
    ${EndIf}
FunctionEnd

Section "un.$(TextProgram)" UnSectionProgram
    SectionIn RO
    Call un.RemoveFromPath
    !include "${DELETELIST}"
    Delete "$SMPROGRAMS\Kickdesk.lnk"
    ReadRegStr $R1 SHCTX "${KEY_LINKS}\shell\open\command" ""
    ${If} $R1 == '"$INSTDIR\${PROGRAM}" -- "%1"'
        DeleteRegKey SHCTX "${KEY_LINKS}"
    ${EndIf}
    ; The installer of the next version goes on from these.
    ClearErrors
    ${GetOptions} $R0 "/Upgrade" $R1
    ${If} ${Errors}
        DeleteRegValue HKCU "${KEY}" "Language"
        DeleteRegValue SHCTX "${KEY}" "InstallFolder"
        DeleteRegKey /ifempty SHCTX "${KEY}"
        DeleteRegKey /ifempty HKCU "${KEY}"
    ${EndIf}
    DeleteRegKey SHCTX "${KEY_UNINSTALL}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
SectionEnd

Section /o "un.$(TextData)" UnSectionData
    ; The data are those of one user, also where the program is everybody's.
    SetShellVarContext current
    ${If} $LOCALAPPDATA != ""
        RMDir /r "$LOCALAPPDATA\kickdesk"
    ${EndIf}
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${UnSectionProgram} "$(TextProgramHint)"
    !insertmacro MUI_DESCRIPTION_TEXT ${UnSectionData} "$(TextDataHint)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.ChooseSections
    ClearErrors
    ${GetOptions} $R0 "/DeleteData" $R1
    ${IfNot} ${Errors}
        !insertmacro SelectSection ${UnSectionData}
    ${EndIf}
FunctionEnd

; Nothing that is removed needs space.
Function un.HideSpace
    !define CONTROL_SPACE 1023
    FindWindow $R1 "#32770" "" $HWNDPARENT
    GetDlgItem $R1 $R1 ${CONTROL_SPACE}
    ShowWindow $R1 ${SW_HIDE}
FunctionEnd
