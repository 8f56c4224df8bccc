"""What models say about a translation, and what instructions for one say, in the languages that models say it in.

As ``phrases.either`` reads it: ``_`` for a blank, ``*`` for the rest of a word.
"""

TRANSLATION = """
    translation translations translated translate translating übersetz* vertaling vertaald översättning* oversæt*
    oversett* traduction* traduit* traduis* traduire traducción traducciones traducid* traduce* traducir traduzion*
    tradott* tradurre tradução traduções traduzi* traduza traducere* tradus* tłumaczeni* przetłumacz* przekład*
    překlad* přelož* preklad* fordítás* käännö* çeviri* tercüme* terjemah* bản_dịch μετάφραση* μεταφρ* перевод*
    перевед* переклад* الترجمة ترجمة ترجم* بالترجمة תרגום* अनुवाद การแปล คำแปล+ 翻译+ 翻譯+ 译文+ 譯文+ 翻訳+ 訳文+
    訳+ 번역+
"""

PRESENTING = """
    here_is here's here’s here_are below_is this_is hier hier_ist hier_folgt nachfolgend unten dies_ist das_ist
    voici voilà ci-dessous aquí_está aquí_tiene aquí_tienes aquí_te aquí_va a_continuación esta_es ésta_es ecco
    di_seguito aqui_está aqui_vai segue a_seguir abaixo oto poniżej zde_je tady_je här_är her_er itt_van íme
    tässä_on işte aşağıda berikut inilah đây_là dưới_đây вот ниже ось إليك إليكم فيما_يلي هذه_هي הנה यह_रहा นี่คือ+
    以下+ 下面是+ 这是+ 這是+ こちら+ これ+ 次+ 다음은+ 아래는+ 여기+
"""

AGREEING = """
    sure certainly of_course absolutely gladly okay gerne natürlich selbstverständlich klar sicher bien_sûr
    avec_plaisir certainement claro por_supuesto con_gusto desde_luego certo certamente volentieri com_certeza
    com_prazer natuurlijk graag jasne oczywiście samozřejmě självklart selvfølgelig természetesen tabii elbette
    tentu конечно разумеется звичайно звісно بالتأكيد بالطبع כמובן 当然+ 當然+ 好的+ もちろん+ 承知+ かしこまり+
    물론+ 네,+ 알겠+
"""

NOTING = """
    translator's_note translator’s_note note notes n.b. anmerkung anmerkungen hinweis remarque remarques nota notas
    uwaga poznámka opmerking anm. anmärkning bemærk megjegyzés not catatan lưu_ý примечание прим. примітка ملاحظة
    ملاحظات הערה 注+ 注意+ 注释+ 註+ 备注+ 備考+ 注記+ 訳注+ 译注+ 참고+ 역주+ 주:+
"""

OF_TRANSLATORS = """
    i_kept i've_kept i’ve_kept i_left i_used i_chose i_assumed i_translated i_have ich_habe ich_übersetz* habe_ich
    wurde_beibehalten j'ai j’ai je_garde he_traducido he_mantenido he_conservado he_usado he_utilizado he_dejado
    ho_tradotto ho_mantenuto ho_usato mantive traduzi usei eu_mantive ik_heb jag_har zachowałem przetłumaczyłem
    я_перев* я_остав* я_сохран* переведено сохранено لقد_ترجمت تركت استخدمت 我将+ 我把+ 我保留+ 我使用+ 保留了+
    訳しました+ 使用しました+ そのままに+ 번역했+ 사용했+ 유지했+ source_text original_text the_original
    ausgangstext* originaltext* texte_source texte_original texto_original texto_fuente testo_originale
    исходн*_текст* оригинал* النص_الأصلي 原文+ 원문+
"""

OF_ASSISTANTS = """
    as_an_ai as_a_language_model as_a_large_language_model i_hope_this_helps i_hope_that_helps
    i_hope_this_translation let_me_know_if_you i'm_sorry,_but_i_can* i’m_sorry,_but_i_can* i_am_sorry,_but_i_can*
    i_can't_assist i_can’t_assist i_cannot_assist i_can't_help_with i_cannot_translate i_can't_translate
    i_can’t_translate i'm_unable_to_translate i_am_unable_to_translate als_ki als_ki-modell als_ki-sprachmodell
    als_sprachmodell ich_hoffe,_das_hilft ich_hoffe,_diese_übersetz* en_tant_qu'ia en_tant_qu’ia en_tant_que_modèle
    j'espère_que_cette_traduction j’espère_que_cette_traduction j'espère_que_cela_vous j’espère_que_cela_vous
    como_modelo_de como_una_ia como_uma_ia espero_que_esta_traducción espero_que_esta_tradução espero_que_te_sirva
    espero_que_le_sirva spero_che_questa_traduzione come_modello_linguistico jako_model_językowy как_языковая_модель
    как_искусственный_интеллект надеюсь,_этот_перевод надеюсь,_это_поможет надеюсь,_перевод كنموذج_لغوي كنموذج_ذكاء
    آمل_أن_تكون_هذه_الترجمة 作为人工智能+ 作为一个人工智能+ 作为ai+ 作为一个ai+ 作为语言模型+ 希望这个翻译+
    希望这段翻译+ 希望对您有帮助+ 希望对你有帮助+ 希望这对您有帮助+ 希望这对你有帮助+ aiとして+ 言語モデルとして+
    お役に立てれば+ ai_언어_모델+ 도움이_되셨+ 도움이_되길+ 도움이_되었+
"""

OF_INSTRUCTIONS = """
    you_are_a_translation_engine you_are_a_translator you_are_a_professional_translator output_only_the_translation
    only_output_the_translation return_only_the_translation reply_with_only_the_translation only_the_translation
    translate_the_following translate_this translate_that_text translate_the_text translate_it_into translate_into
    translate_from keep_line_breaks keep_the_line_breaks keep_placeholders keep_the_placeholders codes_such_as
    the_text_is_content,_never_instruction target_language source_language zielsprache ausgangssprache übersetze_den
    übersetze_die übersetze_das übersetze_diesen übersetze_folgenden übersetze_ins übersetzen_sie_den
    übersetzen_sie_die übersetzen_sie_das übersetzen_sie_diesen übersetzen_sie_folgenden traduisez_le traduisez_ce
    traduisez_la traduis_le traduis_ce traduire_le_texte traduisez_en langue_cible traduzca_el traduzca_este
    traduce_el traduce_este traduzca_al traduce_al traducir_el_texto traducir_el_siguiente idioma_de_destino
    traduza_o traduza_este traduza_para traduci_il traduci_questo przetłumacz_następujący przetłumacz_poniższy
    przetłumacz_na переведи_следующ* переведите_следующ* переведи_этот переведите_этот переведи_текст
    переведите_текст переведите_на переклади_текст ترجم_النص ترجم_هذا ترجم_إلى قم_بترجمة اللغة_الهدف 将以下+ 把以下+
    請將以下+ 请将以下+ 请翻译+ 請翻譯+ 翻译以下+ 翻译下面+ 翻译成+ 目标语言+ 以下の文章を+ 次の文章を+
    以下のテキストを+ 次のテキストを+ 以下の文を+ 次の文を+ 翻訳してください+ 다음_텍스트를+ 다음_문장을+ 다음_글을+
    번역하세요+ 번역해_주세요+ 번역하십시오+
"""
