@echo off
rem Starts Plumbline; builds it first where it has not been built or the sources are newer.
setlocal
set "HERE=%~dp0"
set "LIB=%HERE%cli\target\plumbline\lib"
set "STAMP=%HERE%cli\target\plumbline\built"
if not exist "%HERE%harness-core\src" goto start
set "BUILT=%STAMP%"
rem what Maven itself packaged counts, too
if not exist "%BUILT%" for %%j in ("%LIB%\cli-*.jar") do set "BUILT=%%~fj"
if not exist "%BUILT%" goto build
powershell -NoProfile -NonInteractive -Command "$stamp = (Get-Item -LiteralPath $env:BUILT).LastWriteTimeUtc; $newer = 'pom.xml', 'harness-core', 'adapters', 'fixtures', 'features', 'reports', 'cli' | ForEach-Object { Get-ChildItem -LiteralPath (Join-Path $env:HERE $_) -Recurse -File } | Where-Object { $_.LastWriteTimeUtc -gt $stamp -and ($_.FullName -match '\\src\\main\\' -or $_.FullName -match '\\features\\suites\\' -or $_.Name -eq 'pom.xml') } | Select-Object -First 1; if ($newer) { exit 1 } else { exit 0 }" >nul 2>nul
if not errorlevel 1 goto start

:build
for /f "tokens=2 delims=:" %%p in ('chcp') do set "CODEPAGE=%%p"
chcp 65001 >nul 2>nul
echo plumbline: building once, this may take a few minutes ... / 首次构建，可能需要几分钟…… 1>&2
where mvn >nul 2>nul || (
    echo plumbline: Maven was not found; install Maven 3.8 or newer / 未找到 Maven，请安装 3.8 或更高版本 1>&2
    exit /b 4
)
pushd "%HERE%"
if exist "%LIB%" rd /s /q "%LIB%"
call mvn -B -q -DskipTests -Dspotless.check.skip=true -pl cli -am package || (
    popd
    echo plumbline: the build failed, see the lines above / 构建失败，见上面各行 1>&2
    exit /b 4
)
popd
chcp %CODEPAGE% >nul 2>nul
type nul > "%STAMP%"

:start
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%" (
    echo plumbline: Java was not found; install a JDK 17 or newer 1>&2
    exit /b 4
)
rem Small heap, quick start; PLUMBLINE_JAVA_OPTS may name another collector. A debugger's agent would wait in the first start, too.
set "COLLECTOR=-XX:+UseSerialGC"
set PLUMBLINE_JAVA_OPTS 2>nul | findstr /c:"GC" >nul && set "COLLECTOR="
rem The classes of all parts take 65 MB: each lower threshold on the way there would stop a run for 150 ms to collect everything.
set "CLASSES=-XX:MetaspaceSize=256m"
set "TRIED=%PLUMBLINE_JAVA_OPTS%"
set PLUMBLINE_JAVA_OPTS 2>nul | findstr /c:"-agent" /c:"-javaagent" /c:"-Xrun" >nul && set "TRIED="
rem The JVM ends with 1 where it cannot start, which here is the exit code of a failed run.
"%JAVA%" %COLLECTOR% %TRIED% -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul
if not errorlevel 1 goto jars
"%JAVA%" %COLLECTOR% %TRIED% -version 1>&2
echo plumbline: Java does not start or is too old; install a JDK 17 or newer 1>&2
exit /b 4

:jars
if exist "%LIB%\cli-*.jar" goto run
echo plumbline: the jars in "%LIB%" are missing or not all there; install again 1>&2
exit /b 4

:run
rem Transports and codecs of others: jars in plugins\ beside this file, or in the folder that PLUMBLINE_PLUGINS names.
set "PLUGINS=%PLUMBLINE_PLUGINS%"
if not defined PLUGINS if exist "%HERE%plugins\" set "PLUGINS=%HERE%plugins"
rem A part of a variable that is not defined is no part but a syntax error, also behind an if in the same line.
if not defined PLUGINS goto java
if "%PLUGINS:~-1%"=="\" set "PLUGINS=%PLUGINS:~0,-1%"

:java
"%JAVA%" %COLLECTOR% %CLASSES% %PLUMBLINE_JAVA_OPTS% -Djava.awt.headless=true -Dplumbline.plugins="%PLUGINS%" -cp "%LIB%\*" org.plumbline.cli.Main %*
exit /b %ERRORLEVEL%
