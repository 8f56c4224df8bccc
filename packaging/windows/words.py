"""The installer's own words in every language of the program; what else it says comes with NSIS."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """One language's."""

    welcome: str
    running: str
    too_old: str
    what_goes: str
    own_files: str


LANGUAGES: dict[str, Words] = {
    "English": Words(
        "Translator will be installed for your account alone; no administrator is needed.",
        "Translator is running. Quit it from its icon in the notification area, then choose Retry.",
        "Translator needs 64-bit Windows 10, version 1809, or later.",
        "Settings, glossaries, translation memory and history are kept unless you tick them here. "
        "API keys stay in Windows' Credential Manager.",
        "What I have saved",
    ),
    "SimpChinese": Words(
        "Translator 将只为您的帐户安装，无需管理员权限。",
        "Translator 正在运行。请通过通知区域中的图标退出，然后选择“重试”。",
        "Translator 需要 64 位的 Windows 10 版本 1809 或更高版本。",
        "除非在此勾选，设置、术语表、翻译记忆和历史记录都会保留。API 密钥会保留在 Windows 凭据管理器中。",
        "我保存的内容",
    ),
    "TradChinese": Words(
        "Translator 將只為您的帳戶安裝，不需要系統管理員權限。",
        "Translator 正在執行。請從通知區域的圖示結束程式，然後選擇「重試」。",
        "Translator 需要 64 位元的 Windows 10 版本 1809 或更新版本。",
        "除非在此勾選，設定、詞彙表、翻譯記憶和歷史記錄都會保留。API 金鑰會保留在 Windows 認證管理員中。",
        "我儲存的內容",
    ),
    "Japanese": Words(
        "Translator はお使いのアカウントにのみインストールされます。管理者の権限は必要ありません。",
        "Translator は実行中です。通知領域のアイコンから終了し、「再試行」を選んでください。",
        "Translator には 64 ビット版の Windows 10 バージョン 1809 以降が必要です。",
        "設定、用語集、翻訳メモリ、履歴は、ここでチェックを入れない限り残ります。"
        "API キーは Windows の資格情報マネージャーに残ります。",
        "保存した内容",
    ),
    "Korean": Words(
        "Translator는 사용자 계정에만 설치되며 관리자 권한이 필요하지 않습니다.",
        "Translator가 실행 중입니다. 알림 영역의 아이콘에서 종료한 다음 다시 시도를 선택하세요.",
        "Translator를 사용하려면 64비트 Windows 10 버전 1809 이상이 필요합니다.",
        "여기서 선택하지 않으면 설정, 용어집, 번역 메모리, 기록은 그대로 남습니다. "
        "API 키는 Windows 자격 증명 관리자에 남습니다.",
        "저장한 내용",
    ),
    "German": Words(
        "Translator wird nur für Ihr Konto installiert; dafür sind keine Administratorrechte nötig.",
        "Translator läuft. Beenden Sie es über sein Symbol im Infobereich und wählen Sie dann „Wiederholen“.",
        "Translator braucht Windows 10, Version 1809, oder neuer mit 64 Bit.",
        "Einstellungen, Glossare, Übersetzungsspeicher und Verlauf bleiben erhalten, wenn Sie sie hier nicht "
        "ankreuzen. API-Schlüssel bleiben in der Windows-Anmeldeinformationsverwaltung.",
        "Was ich gespeichert habe",
    ),
    "French": Words(
        "Translator sera installé pour votre compte uniquement ; aucun droit d’administrateur n’est nécessaire.",
        "Translator est en cours d’exécution. Quittez-le depuis son icône dans la zone de notification, puis "
        "choisissez Réessayer.",
        "Translator nécessite Windows 10 64 bits, version 1809 ou ultérieure.",
        "Les paramètres, glossaires, mémoire de traduction et historique sont conservés si vous ne les cochez pas ici. "
        "Les clés API restent dans le Gestionnaire d’identification de Windows.",
        "Ce que j’ai enregistré",
    ),
    "Spanish": Words(
        "Translator se instalará solo para su cuenta; no hacen falta permisos de administrador.",
        "Translator se está ejecutando. Ciérrelo desde su icono del área de notificación y elija Reintentar.",
        "Translator necesita Windows 10 de 64 bits, versión 1809 o posterior.",
        "Los ajustes, glosarios, memoria de traducción e historial se conservan si no los marca aquí. "
        "Las claves de API permanecen en el Administrador de credenciales de Windows.",
        "Lo que he guardado",
    ),
    "PortugueseBR": Words(
        "O Translator será instalado somente para a sua conta; não é preciso ser administrador.",
        "O Translator está em execução. Encerre-o pelo ícone na área de notificação e escolha Repetir.",
        "O Translator precisa do Windows 10 de 64 bits, versão 1809 ou posterior.",
        "Configurações, glossários, memória de tradução e histórico são mantidos se você não os marcar aqui. "
        "As chaves de API permanecem no Gerenciador de Credenciais do Windows.",
        "O que eu salvei",
    ),
    "Russian": Words(
        "Translator будет установлен только для вашей учётной записи; права администратора не нужны.",
        "Translator запущен. Закройте его через значок в области уведомлений и нажмите «Повтор».",
        "Для Translator требуется 64-разрядная Windows 10 версии 1809 или новее.",
        "Настройки, глоссарии, память переводов и история сохранятся, если не отметить их здесь. "
        "Ключи API останутся в диспетчере учётных данных Windows.",
        "То, что я сохранил",
    ),
    "Arabic": Words(
        "سيُثبَّت Translator لحسابك فقط، ولا حاجة إلى صلاحيات المسؤول.",
        "Translator قيد التشغيل. أغلقه من أيقونته في منطقة الإعلام، ثم اختر إعادة المحاولة.",
        "يتطلب Translator نظام Windows 10 (64 بت) الإصدار 1809 أو أحدث.",
        "تبقى الإعدادات ومسارد المصطلحات وذاكرة الترجمة والسجل ما لم تحددها هنا. "
        "تبقى مفاتيح API في إدارة بيانات الاعتماد في Windows.",
        "ما حفظته",
    ),
}
"""By NSIS' names of the languages; the first is that of whoever speaks none of them."""


def as_script() -> str:
    """Return the lines of the NSIS script that load the languages and define these words in each."""
    loaded = [f'!insertmacro MUI_LANGUAGE "{language}"' for language in LANGUAGES]
    defined = [
        f'LangString {name.upper()} ${{LANG_{language.upper()}}} "{text}"'
        for language, words in LANGUAGES.items()
        for name, text in words._asdict().items()
    ]
    return "\n".join([*loaded, *defined, ""])
