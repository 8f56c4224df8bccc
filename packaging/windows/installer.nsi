; The installer of Translator for one user. installer.py compiles it and writes files.nsh and words.nsh.
;
;   Translator-1.0-setup.exe /S [/D=C:\folder]    installs without asking; status 2 where the program is running
;   uninstall.exe /S                              removes without asking, and leaves the user's own files
;   uninstall.exe /S /UPGRADE _?=C:\folder        is how a newer installer makes room for itself

Unicode true
SetCompressor /SOLID lzma
SetDateSave off ; files bear the time of their installation: the same files make the same installer, whenever they were made
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all

!define NAME "Translator"
!define ID "io.github.translator_desktop.Translator"
!define SOFTWARE "Software\Microsoft\Windows\CurrentVersion"
!define UNINSTALL "${SOFTWARE}\Uninstall\${ID}"
!define APPLICATION "Software\Classes\Applications\translator.exe"
!define APP_PATH "${SOFTWARE}\App Paths\translator.exe"
!define OWN_FOLDER "$LOCALAPPDATA\translator" ; translator/places.py
!define OLDEST_BUILD 17763 ; Windows 10, version 1809: what Qt 6.11 asks for
!define SHCNE_ASSOCCHANGED 0x08000000

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
SpaceTexts none
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${FOUR_NUMBERS}"
VIFileVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}: setup"
VIAddVersionKey /LANG=0 "CompanyName" "${COMPANY}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${COMPANY}. MIT licence"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "${GENERATED}\files.nsh"

Var Folder ; of the program that is looked at
Var IsUpgrade

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${GENERATED}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${GENERATED}\side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_UNWELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\translator.exe"
!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(WHAT_GOES)"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!include "${GENERATED}\words.nsh"

; Stop here while a program in $Folder is running: Windows lets nobody write to it, or replace it.
!macro WAIT_UNTIL_QUIT un
Function ${un}waitUntilQuit
  again:
  StrCpy $1 ""
  !insertmacro LOOK_WHETHER_RUNNING "translator.exe"
  !insertmacro LOOK_WHETHER_RUNNING "translator-console.exe"
  ${If} $1 == "running"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd
!macroend

!macro LOOK_WHETHER_RUNNING program
  ${If} ${FileExists} "$Folder\${program}"
    ClearErrors
    FileOpen $0 "$Folder\${program}" a
    ${If} ${Errors}
      StrCpy $1 "running"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!insertmacro WAIT_UNTIL_QUIT ""
!insertmacro WAIT_UNTIL_QUIT "un."

Function .onInit
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; What an earlier installer has put there goes first, so that no file of it is left among the new ones.
Function removeEarlier
  ReadRegStr $Folder HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $Folder != ""
  ${AndIf} ${FileExists} "$Folder\uninstall.exe"
    Call waitUntilQuit
    ExecWait '"$Folder\uninstall.exe" /S /UPGRADE _?=$Folder' $0
    ${If} $0 == 0
      Delete "$Folder\uninstall.exe" ; it cannot remove itself while it is waited for
      RMDir "$Folder"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "${NAME}"
  Call removeEarlier
  StrCpy $Folder $INSTDIR
  Call waitUntilQuit
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR" ; also where the shortcut starts
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\translator.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\translator.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${COMPANY}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  ; Offered under "Open with", and the default of nothing.
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION}\DefaultIcon" "" "$INSTDIR\translator.exe,0"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\translator.exe" "%1"'
  !insertmacro SUPPORT_TYPES
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\translator.exe"
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  StrCpy $IsUpgrade ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $IsUpgrade "yes"
  ${EndIf}
FunctionEnd

; The program writes there itself (translator/desktop/autostart/windows.py). Another one of that name, installed in another
; way, stays: the value begins with this folder, or with a quotation mark and this folder.
!macro FORGET_START_AT_LOGIN
  ReadRegStr $0 HKCU "${SOFTWARE}\Run" "${ID}"
  StrLen $1 $INSTDIR
  StrCpy $2 $0 $1
  StrCpy $3 $0 $1 1
  ${If} $2 == $INSTDIR
  ${OrIf} $3 == $INSTDIR
    DeleteRegValue HKCU "${SOFTWARE}\Run" "${ID}"
    DeleteRegValue HKCU "${SOFTWARE}\Explorer\StartupApproved\Run" "${ID}"
  ${EndIf}
!macroend

Section "un.${NAME}"
  SectionIn RO
  StrCpy $Folder $INSTDIR
  Call un.waitUntilQuit
  SetOutPath "$TEMP" ; a folder in which somebody stands is not removed
  !insertmacro REMOVE_FILES
  ${If} $IsUpgrade == ""
    Delete "$SMPROGRAMS\${NAME}.lnk"
    !insertmacro FORGET_START_AT_LOGIN
    DeleteRegKey HKCU "${APPLICATION}"
    DeleteRegKey HKCU "${APP_PATH}"
    DeleteRegKey HKCU "${UNINSTALL}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only if it is empty
    System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
  ${EndIf}
SectionEnd

Section /o "un.$(OWN_FILES)"
  RMDir /r "${OWN_FOLDER}"
SectionEnd
