# SPDX-License-Identifier: Apache-2.0
# Installs the packages on a fresh Windows, kicks a user of the sandbox with what was installed, and removes all of it.
#   smoke.ps1 FOLDER VERSION    FOLDER has the packages
param(
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [string] $Version
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$setup = (Resolve-Path "$Folder/kickdesk-$Version-windows-x64-setup.exe").Path
$msi = (Resolve-Path "$Folder/kickdesk-$Version-windows-x64.msi").Path

function Invoke-Program([string] $File, [string[]] $Arguments) {
    $process = Start-Process $File -ArgumentList $Arguments -Wait -PassThru
    if ($process.ExitCode -ne 0) {
        throw "$File $Arguments ended with $($process.ExitCode)"
    }
}

# What kickdesk-cli says, one object a line.
function Get-Objects([string] $Directory, [string[]] $Arguments) {
    $lines = & "$Directory/kickdesk-cli.exe" --sandbox --json @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "kickdesk-cli $Arguments ended with $LASTEXITCODE"
    }
    $lines | ConvertFrom-Json
}

function Test-Installed([string] $Directory) {
    $said = & "$Directory/kickdesk-cli.exe" --version
    if ($LASTEXITCODE -ne 0 -or "$said" -notmatch [regex]::Escape($Version)) {
        throw "kickdesk-cli says '$said'"
    }
    # Without a place for its output the window's program would show a message, and wait.
    $process = Start-Process "$Directory/kickdesk.exe" -ArgumentList '--version' -Wait -PassThru `
        -RedirectStandardOutput "$env:TEMP/kickdesk-version.txt"
    if ($process.ExitCode -ne 0) {
        throw "kickdesk ended with $($process.ExitCode)"
    }
    $user = (Get-Objects $Directory @('search', 'example') | Select-Object -First 1).userId
    $application = (Get-Objects $Directory @('apps') | Select-Object -First 1).appId
    Get-Objects $Directory @('kick', $user, '--apps', $application, '--yes') | Out-Null
}

function Test-Gone([string] $Directory) {
    foreach ($program in 'kickdesk.exe', 'kickdesk-cli.exe') {
        if (Test-Path "$Directory/$program") {
            throw "$Directory/$program was left behind"
        }
    }
}

$forUser = "$env:LOCALAPPDATA\Programs\Kickdesk"
Invoke-Program $setup @('/S')
Test-Installed $forUser
Invoke-Program $setup @('/S')
Test-Installed $forUser
# With _?= the uninstaller does not go on as a copy of itself, so it can be waited for.
Invoke-Program "$forUser\uninstall.exe" @('/S', "_?=$forUser")
Test-Gone $forUser

$forAll = "$env:ProgramFiles\Kickdesk"
Invoke-Program 'msiexec.exe' @('/i', "`"$msi`"", '/qn', '/norestart')
Test-Installed $forAll
Invoke-Program 'msiexec.exe' @('/x', "`"$msi`"", '/qn', '/norestart')
Test-Gone $forAll
