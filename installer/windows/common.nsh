; SPDX-License-Identifier: Apache-2.0
; What installer and uninstaller do alike.

; Says why it cannot go on and ends with EXIT; a silent one only ends.
!macro Refuse TEXT EXIT
    MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
    SetErrorLevel ${EXIT}
    Quit
!macroend

; Goes on with an administrator only. Windows asks for one; a silent start cannot be asked.
!macro NeedElevation FILE PARAMETERS
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
        SetErrors
        ${IfNot} ${Silent}
            ClearErrors
            ExecShell "runas" "${FILE}" `${PARAMETERS}`
        ${EndIf}
        ${If} ${Errors}
            SetErrorLevel ${EXIT_NOT_ELEVATED}
        ${EndIf}
        Quit
    ${EndIf}
!macroend

; Windows lets nobody write to a program that runs, whoever runs it.
!macro RefuseWhileFileRuns FILE
    ${Do}
        ${If} ${FileExists} "$OldFolder\${FILE}"
            ClearErrors
            FileOpen $R1 "$OldFolder\${FILE}" a
        ${Else}
            ${ExitDo}
        ${EndIf}
        ${IfNot} ${Errors}
            FileClose $R1
            ${ExitDo}
        ${EndIf}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(TextRunning)" /SD IDCANCEL IDCANCEL`
            SetErrorLevel ${EXIT_RUNNING}
            Quit
        ${EndIf}
    ${Loop}
!macroend

!macro CommonFunctions UN
    Function ${UN}SetScope
        ${If} $AllUsers == 1
            SetShellVarContext all
        ${Else}
            SetShellVarContext current
        ${EndIf}
    FunctionEnd

    Function ${UN}RefuseWhileRunning
        ${If} $OldFolder != ""
            !insertmacro RefuseWhileFileRuns "${PROGRAM}"
            !insertmacro RefuseWhileFileRuns "${PROGRAM_CLI}"
        ${EndIf}
    FunctionEnd
!macroend

!insertmacro CommonFunctions ""
!insertmacro CommonFunctions "un."
