@echo off
rem Starts Plumbline; builds it first where it has not been built.
setlocal
set "HERE=%~dp0"
set "LIB=%HERE%cli\target\plumbline\lib"
if not exist "%HERE%cli\target\plumbline\built" (
    echo plumbline: building once, this may take a few minutes ... 1>&2
    where mvn >nul 2>nul || (
        echo plumbline: Maven was not found; install Maven 3.8 or newer 1>&2
        exit /b 4
    )
    pushd "%HERE%"
    call mvn -B -q -DskipTests -Dspotless.check.skip=true -pl cli -am package || (
        popd
        echo plumbline: the build failed, see the lines above 1>&2
        exit /b 4
    )
    popd
    type nul > "%HERE%cli\target\plumbline\built"
)
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%" (
    echo plumbline: Java was not found; install a JDK 17 or newer 1>&2
    exit /b 4
)
"%JAVA%" -XX:+UseSerialGC %PLUMBLINE_JAVA_OPTS% -Djava.awt.headless=true -cp "%LIB%\*" org.plumbline.cli.Main %*
exit /b %ERRORLEVEL%
