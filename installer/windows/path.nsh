; SPDX-License-Identifier: Apache-2.0
; The folder of the program in the list PATH of the user, or of the computer. A list may be longer than a variable of
; NSIS, which would cut it off; it stays in memory of Windows.
;   $R2, $R3: root and key of the list   $R5: type of the value
;   $R4: ";list;" with room for the folder, 0 when the list cannot be read

!define HKEY_CURRENT_USER -2147483647
!define HKEY_LOCAL_MACHINE -2147483646
!define REG_EXPAND_SZ 2
!define ERROR_FILE_NOT_FOUND 2
!define RRF_TEXT_AS_IT_IS 0x10000006

!macro PathFunctions UN
    Function ${UN}ReadPath
        ${If} $AllUsers == 1
            StrCpy $R2 ${HKEY_LOCAL_MACHINE}
            StrCpy $R3 "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
        ${Else}
            StrCpy $R2 ${HKEY_CURRENT_USER}
            StrCpy $R3 "Environment"
        ${EndIf}
        System::Call 'advapi32::RegGetValueW(p R2, w R3, w "Path", i ${RRF_TEXT_AS_IT_IS}, *i .R5, p 0, *i .R6) i .R7'
        ${If} $R7 == ${ERROR_FILE_NOT_FOUND}
            StrCpy $R5 ${REG_EXPAND_SZ}
            StrCpy $R6 0
        ${ElseIf} $R7 != 0
            StrCpy $R4 0
            Return
        ${EndIf}
        IntOp $R8 $R6 + ${NSIS_MAX_STRLEN}
        IntOp $R8 $R8 + ${NSIS_MAX_STRLEN}
        System::Alloc $R8
        Pop $R4
        System::Call 'kernel32::lstrcpyW(p R4, w ";")'
        IntPtrOp $R8 $R4 + 2
        ${If} $R6 > 0
            System::Call 'advapi32::RegGetValueW(p R2, w R3, w "Path", i ${RRF_TEXT_AS_IT_IS}, p 0, p R8, *i R6) i .R7'
        ${EndIf}
        System::Call 'kernel32::lstrcatW(p R4, w ";")'
    FunctionEnd

    ; $R8: where the folder stands in the list, 0 when it does not
    Function ${UN}FindInPath
        StrCpy $R1 ";$INSTDIR;"
        System::Call 'shlwapi::StrStrIW(p R4, w R1) p .R8'
    FunctionEnd

    ; Writes the list and lets go of it; programs that start from now on have it.
    Function ${UN}WritePath
        System::Call 'kernel32::lstrlenW(p R4) i .R6'
        IntOp $R6 $R6 + 1
        IntOp $R6 $R6 * 2
        System::Call 'advapi32::RegSetKeyValueW(p R2, w R3, w "Path", i R5, p R4, i R6) i .R7'
        SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
    FunctionEnd
!macroend

!insertmacro PathFunctions ""
!insertmacro PathFunctions "un."

; An entry that is there already was not made by us and is not ours to remove.
Function AddToPath
    Call ReadPath
    ${If} $R4 == 0
        Return
    ${EndIf}
    Call FindInPath
    ${If} $R8 == 0
        System::Call 'shlwapi::StrTrimW(p R4, w ";")'
        System::Call 'kernel32::lstrlenW(p R4) i .R6'
        ${If} $R6 > 0
            System::Call 'kernel32::lstrcatW(p R4, w ";")'
        ${EndIf}
        StrCpy $R1 $INSTDIR
        System::Call 'kernel32::lstrcatW(p R4, w R1)'
        Call WritePath
        WriteRegDWORD SHCTX "${KEY}" "AddedToPath" 1
    ${EndIf}
    System::Free $R4
FunctionEnd

Function un.RemoveFromPath
    ReadRegDWORD $R1 SHCTX "${KEY}" "AddedToPath"
    ${If} $R1 != 1
        Return
    ${EndIf}
    Call un.ReadPath
    ${If} $R4 == 0
        Return
    ${EndIf}
    Call un.FindInPath
    ${If} $R8 != 0
        StrLen $R6 ";$INSTDIR"
        IntOp $R6 $R6 * 2
        IntPtrOp $R7 $R8 + $R6
        System::Call 'kernel32::lstrlenW(p R7) i .R6'
        IntOp $R6 $R6 + 1
        IntOp $R6 $R6 * 2
        System::Call 'kernel32::RtlMoveMemory(p R8, p R7, p R6)'
        System::Call 'shlwapi::StrTrimW(p R4, w ";")'
        Call un.WritePath
    ${EndIf}
    System::Free $R4
    DeleteRegValue SHCTX "${KEY}" "AddedToPath"
FunctionEnd
