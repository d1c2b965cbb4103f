# Starts the build. Compiles it first when something that it is made of has changed; otherwise starts the compiled one directly.
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments = $true)] [string[]] $BuildArguments)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
# Neither the compilers nor the build live long enough to gain from profile-guided tiering.
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_TieredPGO = '0'

$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$compiled = Join-Path $temp 'build'

function Fail([string] $message) {
    [Console]::Error.WriteLine($message)
    exit 1
}

# A shell asks on TAB: the compiled build answers, however old it is. Nothing is compiled for that.
if ($BuildArguments -and $BuildArguments[0] -eq ':complete') {
    $currentFile = Join-Path $compiled 'current'
    if (-not (Test-Path $currentFile)) { exit 0 }
    $output = Join-Path $compiled (Get-Content $currentFile -TotalCount 1)
    Push-Location $root
    try { & (Get-Content (Join-Path $output 'dotnet-path') -TotalCount 1) exec (Join-Path $output '_build.dll') @BuildArguments }
    finally { Pop-Location }
    exit $LASTEXITCODE
}

# The content and the names of everything that the build is compiled from: a deleted or renamed file changes it too.
function Get-Fingerprint {
    $files = @()
    foreach ($directory in 'build', 'src') {
        $files += Get-ChildItem -Path (Join-Path $root $directory) -Recurse -File | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }
    }
    foreach ($name in 'global.json', 'build.ps1', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'NuGet.config', '.editorconfig') {
        $path = Join-Path $root $name
        if (Test-Path $path) { $files += Get-Item $path -Force }
    }
    $lines = $files | ForEach-Object { '{0} {1}' -f (Get-FileHash $_.FullName -Algorithm SHA256).Hash, $_.FullName.Substring($root.Length) } | Sort-Object
    $bytes = [Text.Encoding]::UTF8.GetBytes($lines -join "`n")
    $algorithm = [Security.Cryptography.SHA256]::Create()
    try { return ([BitConverter]::ToString($algorithm.ComputeHash($bytes)) -replace '-', '').Substring(0, 32).ToLowerInvariant() }
    finally { $algorithm.Dispose() }
}

function Test-Sdk([string] $dotnet) {
    if (-not $dotnet -or -not (Get-Command $dotnet -ErrorAction SilentlyContinue)) { return $false }
    Push-Location $root
    try { & $dotnet --version *> $null; return $LASTEXITCODE -eq 0 }
    catch { return $false }
    finally { Pop-Location }
}

function Find-Dotnet {
    $onPath = Get-Command 'dotnet' -ErrorAction SilentlyContinue
    if ($onPath -and (Test-Sdk $onPath.Source)) { return $onPath.Source }
    $installed = Join-Path $temp 'dotnet/dotnet.exe'
    if (Test-Sdk $installed) { return $installed }

    # The archive itself, and no script that would fetch it: build/sdk.sha512 says what it must be, whoever sends it.
    $version = (Get-Content (Join-Path $root 'global.json') -Raw | ConvertFrom-Json).sdk.version
    $machine = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'arm64' } else { 'x64' }
    $archive = "dotnet-sdk-$version-win-$machine.zip"
    $pins = Join-Path $root 'build/sdk.sha512'
    $pinned = if (Test-Path $pins) { Get-Content $pins | ForEach-Object { , ($_ -split '\s+') } | Where-Object { $_[1] -eq $archive } | ForEach-Object { $_[0] } }
    if (-not $pinned) {
        Fail "No .NET SDK satisfies global.json, and none is downloaded: build/sdk.sha512 pins no digest of $archive. Install the SDK that global.json names, or add the digest, which https://builds.dotnet.microsoft.com/dotnet/release-metadata/10.0/releases.json has."
    }
    $mirror = if ($env:DOTNET_SDK_MIRROR) { $env:DOTNET_SDK_MIRROR } else { 'https://builds.dotnet.microsoft.com/dotnet/Sdk' }
    $url = "$mirror/$version/$archive"
    # A mirror's password is no part of a message.
    $shown = $url -replace '^([^:/]*://)?.*@', '$1'
    if (-not $url.StartsWith('https://')) { Fail "The .NET SDK is not downloaded from $shown, which is not https. Correct DOTNET_SDK_MIRROR." }
    [Console]::Error.WriteLine('No .NET SDK satisfies global.json; installing one under .nuke/temp/dotnet.')
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    $file = Join-Path $temp 'dotnet-sdk.zip'
    try { Invoke-WebRequest -Uri $url -OutFile $file -UseBasicParsing -MaximumRedirection 0 -TimeoutSec 1800 }
    catch { Fail "The .NET SDK could not be downloaded from $shown. Install the SDK that global.json names, or check the network, and run again." }
    if ((Get-FileHash $file -Algorithm SHA512).Hash -ne $pinned) {
        Remove-Item $file
        Fail "What $shown sends is not the .NET SDK whose digest build/sdk.sha512 pins; nothing of it was kept. Check DOTNET_SDK_MIRROR and the network between, or install the SDK that global.json names."
    }
    $directory = Join-Path $temp 'dotnet'
    if (Test-Path $directory) { Remove-Item $directory -Recurse -Force }
    Expand-Archive $file $directory
    Remove-Item $file
    if (-not (Test-Sdk $installed)) { Fail 'The SDK that was installed under .nuke/temp/dotnet does not satisfy global.json. Look at global.json; delete .nuke/temp/dotnet and run again.' }
    return $installed
}

try { New-Item -ItemType Directory -Force -Path $compiled | Out-Null }
catch { Fail "The build cannot write to $compiled. It keeps its compiled form and its state there. Make the directory writable, or free some space, and run again." }

$fingerprint = Get-Fingerprint
$output = Join-Path $compiled $fingerprint
$currentFile = Join-Path $compiled 'current'
$dotnetFile = Join-Path $output 'dotnet-path'
$dotnet = $null
if ((Test-Path $currentFile) -and (Get-Content $currentFile -TotalCount 1) -eq $fingerprint -and (Test-Path $dotnetFile)) {
    $dotnet = Get-Content $dotnetFile -TotalCount 1
}

if (-not $dotnet -or -not (Test-Path $dotnet)) {
    $dotnet = Find-Dotnet
    [Console]::Error.WriteLine('Compiling the build ...')
    if (Test-Path $output) { Remove-Item $output -Recurse -Force }
    $messages = & $dotnet publish (Join-Path $root 'build/_build.csproj') --configuration Release --output $output -graph '-nodeReuse:false' -nologo '-clp:NoSummary' --verbosity quiet
    if ($LASTEXITCODE -ne 0) {
        $messages | ForEach-Object { [Console]::Error.WriteLine($_) }
        if (Test-Path $output) { Remove-Item $output -Recurse -Force }
        if ($messages -match 'error NU1301') { Fail 'The build is not compiled: its packages could not be fetched, as said above. Check the network and the NuGet configuration, and run again.' }
        Fail 'The build does not compile; the errors are above. Correct build/ or src/ and run again.'
    }
    $previous = if (Test-Path $currentFile) { Get-Content $currentFile -TotalCount 1 } else { $fingerprint }
    Set-Content $dotnetFile $dotnet
    Set-Content $currentFile $fingerprint
    Get-ChildItem $compiled -Directory | Where-Object { $_.Name -ne $fingerprint -and $_.Name -ne $previous } | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

# The build takes the repository that it is started in for its own; started from elsewhere, that must be this one.
$here = (Get-Location).ProviderPath
$inside = $here -eq $root -or $here.StartsWith($root + [IO.Path]::DirectorySeparatorChar)
if (-not $inside) { Push-Location $root }
try { & $dotnet exec (Join-Path $output '_build.dll') @BuildArguments }
finally { if (-not $inside) { Pop-Location } }
exit $LASTEXITCODE
