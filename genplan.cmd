@echo off
rem Starts GenPlan from its source folder, building it first if it never was.
rem   JAVA_HOME          which Java (17 or newer) to use; otherwise the one on the PATH
rem   GENPLAN_JAVA_OPTS  more options for it
rem After sources have changed, build again:  mvn -q -DskipTests package
setlocal
set "root=%~dp0"
set "target=%root%server\target"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not "%java%"=="java" goto java_found
where /q java && goto java_found
>&2 echo genplan: no Java found: install Java 17 or newer, or set JAVA_HOME
exit /b 2
:java_found

if exist "%target%\genplan.jar" goto built
where /q mvn && goto build
>&2 echo genplan: not built yet, and Maven (mvn) was not found
exit /b 2
:build
>&2 echo genplan: building, once; after changes: mvn -q -DskipTests package
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true package 1>&2
set "code=%errorlevel%"
popd
if not "%code%"=="0" (
  >&2 echo genplan: the build failed
  exit /b 2
)
:built

rem Thorough compilation does not pay: a command ends before, the server does too little after a key.
set "quick=-XX:TieredStopAtLevel=1 -XX:+UseG1GC -XX:-UsePerfData"
set "mode=once"
if "%~1"=="lsp" set "quick=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms48m -XX:NewSize=24m -XX:SurvivorRatio=2 -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30" & set "mode=lsp"

rem Java keeps the archive of loaded classes by itself from 19 on; 17 starts without one.
set "options=-XX:+IgnoreUnrecognizedVMOptions -Xlog:disable %quick%"
set "options=%options% -XX:+AutoCreateSharedArchive"
set "options=%options% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

if "%mode%"=="lsp" goto lsp
rem What is written is UTF-8: the console has to know, until we are done.
for /f "tokens=2 delims=:" %%c in ('chcp') do set "page=%%c"
chcp 65001 >nul
"%java%" %options% "-XX:SharedArchiveFile=%target%\genplan-once.jsa" %GENPLAN_JAVA_OPTS% -cp "%target%\genplan.jar" dev.genplan.Main %*
set "code=%errorlevel%"
chcp %page% >nul
exit /b %code%

:lsp
"%java%" %options% "-XX:SharedArchiveFile=%target%\genplan-lsp.jsa" %GENPLAN_JAVA_OPTS% -cp "%target%\genplan.jar" dev.genplan.Main %*
exit /b %errorlevel%
