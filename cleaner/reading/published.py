"""The words that say what a date is the date of, in many languages, in lower case: a table.

English has a pattern of its own in ``label``. A phrase that is a word of prose too ends with its
colon, and is no label without.
"""

from __future__ import annotations

PUBLISHED = {
    "de": "veröffentlicht|erstveröffentlicht|erstveröffentlichung|veröffentlichung:|erschienen"
    "|erstellt|eingestellt|publiziert|gepostet|geposted|online gestellt|online seit|hinzugefügt"
    "|verfasst|geschrieben|stand:|datum:|datum |veröffentlichungsdatum|publikationsdatum"
    "|erscheinungsdatum|erstellungsdatum|erscheinungstag|ausgabe vom|artikel vom|beitrag vom"
    "|meldung vom|bericht vom|pressemitteilung vom|presseinformation vom|mitteilung vom|meldung:"
    "|nachricht vom",
    "fr": "publié|publiée|publication:|mis en ligne|mise en ligne|posté|postée|diffusé|ajouté"
    "|paru le|parue le|parution:|rédigé|écrit le|créé le|date de publication|date de parution"
    "|date de création",
    "es": "publicado|publicada|publicación:|fecha de publicación|fecha:|creado el|creado:"
    "|subido el|redactado el|escrito el|divulgado|fecha de creación",
    "it": "pubblicato|pubblicata|pubblicazione:|data di pubblicazione|data pubblicazione|data:"
    "|creato il|creato:|inserito il|postato|scritto il",
    "pt": "postado|postada|publicação:|data de publicação|data da publicação|criado em|criado:"
    "|criada em|divulgado|divulgada|inserido em",
    "nl": "gepubliceerd|geplaatst|gepost|aangemaakt|geschreven|verschenen|toegevoegd"
    "|publicatiedatum|datum publicatie",
    "ca": "publicat|publicada|data de publicació|creat el",
    "sv": "publicerad|publicerat|publicerades|skapad|skriven|inlagd|publiceringsdatum",
    "da": "publiceret|offentliggjort|oprettet|udgivet|udgivelsesdato|dato:",
    "no": "publisert|lagt ut|opprettet|skrevet|publiseringsdato",
    "fi": "julkaistu|luotu:|lisätty|kirjoitettu|julkaisupäivä",
    "et": "avaldatud|postitatud|lisatud|kuupäev:",
    "lv": "publicēts|publicēta|pievienots",
    "lt": "paskelbta|publikuota|paskelbtas",
    "pl": "opublikowano|opublikowany|opublikowana|publikacja:|data publikacji|data dodania"
    "|data utworzenia|data wydania|dodano|dodane|utworzono|wysłano|napisano",
    "cs": "publikováno|zveřejněno|vydáno|vloženo|přidáno|vytvořeno|datum vydání|datum publikace"
    "|datum zveřejnění|dátum:",
    "sk": "publikované|zverejnené|vydané|pridané|vytvorené|dátum vydania|dátum zverejnenia",
    "sl": "objavljeno|objavljen|objava:|datum objave|dodano|ustvarjeno",
    "hr": "objavljeno|objavljeno dana|datum objave",
    "sr": "објављено|датум објаве|postavljeno",
    "hu": "megjelent|közzétéve|publikálva|publikálás|feltöltve|létrehozva|beküldve|dátum:"
    "|megjelenés",
    "ro": "publicat|publicată|postat|adăugat|data publicării|creat la",
    "tr": "yayınlanma tarihi|yayımlanma tarihi|yayınlanma|yayımlanma|yayınlandı|yayın tarihi"
    "|giriş tarihi|haber giriş|haber girişi|oluşturulma tarihi|oluşturulma|eklenme tarihi|eklenme"
    "|ekleme tarihi|ilk yayın|giriş:|tarih:",
    "id": "diterbitkan|dipublikasikan|dipublikasi|diposting|diunggah|ditayangkan|tayang:|terbit:"
    "|tanggal:|disiarkan|dimuat naik",
    "vi": "ngày đăng|đăng ngày|đăng lúc|đăng tải|xuất bản|ngày xuất bản|đăng bởi",
    "el": "δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημερομηνία δημοσίευσης|ημερομηνία:|αναρτήθηκε"
    "|ανάρτηση:|καταχωρήθηκε|καταχώρηση:|πρώτη δημοσίευση",
    "ru": "опубликовано|опубликована|опубликован|дата публикации|дата создания|дата:|публикация:"
    "|размещено|добавлено|создано|написано|дата добавления",
    "uk": "опубліковано|дата публікації|розміщено|додано|створено",
    "bg": "публикувано|публикувана|публикуван|дата на публикуване|добавено|добавена",
    "ar": "نشر في|نُشر في|نُشر|تم النشر في|تم النشر|نشرت في|نُشرت في|نشر بتاريخ|نشر|تاريخ النشر"
    "|أضيف في|كتب في|التاريخ:",
    "fa": "تاریخ انتشار|منتشر شده در",
    "he": "פורסם בתאריך|פורסם ב-|פורסם|תאריך פרסום|נוצר",
    "hi": "प्रकाशित|प्रकाशन तिथि|पब्लिश्ड|पब्लिश",
    "bn": "প্রকাশিত|প্রকাশ",
    "th": "เผยแพร่|วันที่",
    "zh": "发布时间|发布日期|发布于|发表于|发表时间|发稿时间|发布|首发时间|上传时间|刊登时间|日期"
    "|时间|發布時間|發佈時間|發布日期|發佈日期|發布於|發佈於|發表於|發表時間|發布|發佈|刊登時間"
    "|上架時間|建立時間|發稿時間|時間",
    "ja": "公開日時|公開日|公開|掲載日時|掲載日|掲載|投稿日時|投稿日|投稿|配信日時|配信日|配信"
    "|作成日時|作成日|登録日|発表日|発信日|発行日|初出",
    "ko": "기사입력|기사등록|최초입력|입력시간|입력일|입력|등록일|등록|작성일|작성|승인|기사승인"
    "|송고시간|송고|게재|발행일|발행",
}
UPDATED = {
    "de": "aktualisiert|aktualisierung|aktualisierungsdatum|letzte aktualisierung|letztes update"
    "|letzte änderung|letzte bearbeitung|zuletzt aktualisiert|zuletzt geändert|zuletzt bearbeitet"
    "|zuletzt überarbeitet|geändert|bearbeitet|überarbeitet|ergänzt",
    "fr": "mis à jour|mise à jour|dernière mise à jour|dernière modification|modifié|modifiée"
    "|actualisé|actualisée|màj|maj:|dernière révision|révisé",
    "es": "actualizado|actualizada|actualización|última actualización|última modificación"
    "|última edición|fecha de actualización|modificado|modificada|editado|act.:",
    "it": "aggiornato|aggiornata|aggiornamento|ultimo aggiornamento|ultima modifica|modificato"
    "|modificata|modifica il|modifica:|data di aggiornamento|agg.:",
    "pt": "atualizado|atualizada|atualização|última atualização|última modificação|última edição"
    "|última actualização|data de atualização|actualização",
    "nl": "laatste update|bijgewerkt|laatst bijgewerkt|gewijzigd|laatst gewijzigd"
    "|laatste wijziging|aangepast|laatst aangepast|bewerkt|laatst bewerkt|geüpdatet"
    "|geactualiseerd|herzien",
    "ca": "actualitzat|darrera actualització|última actualització|modificat",
    "sv": "uppdaterad|uppdaterat|uppdaterades|senast uppdaterad|senast ändrad|senast redigerad"
    "|ändrad|redigerad",
    "da": "opdateret|sidst opdateret|senest opdateret|ændret|sidst ændret|redigeret|rettet",
    "no": "oppdatert|sist oppdatert|sist endret|endret|redigert",
    "fi": "päivitetty|muokattu|viimeksi päivitetty|viimeksi muokattu|viimeisin päivitys|päivitys:",
    "et": "uuendatud|viimati uuendatud|muudetud|viimati muudetud|täiendatud",
    "lv": "atjaunots|atjaunināts|pēdējās izmaiņas",
    "lt": "atnaujinta|atnaujintas|redaguota",
    "pl": "aktualizacja|zaktualizowano|ostatnia aktualizacja|data aktualizacji|zmodyfikowano"
    "|ostatnia modyfikacja|ostatnia zmiana|edytowano|akt.:",
    "cs": "aktualizováno|aktualizace|poslední aktualizace|naposledy aktualizováno|upraveno"
    "|naposledy upraveno|změněno|poslední změna|poslední úprava",
    "sk": "aktualizované|aktualizácia|posledná aktualizácia|naposledy aktualizované|upravené"
    "|posledná zmena",
    "sl": "posodobljeno|osveženo|zadnja sprememba|zadnja posodobitev",
    "hr": "ažurirano|posljednje ažuriranje|zadnje ažuriranje|zadnja izmjena|izmijenjeno"
    "|nadopunjeno",
    "sr": "ažurirano|ажурирано|измењено|izmenjeno|poslednja izmena|последња измена",
    "hu": "frissítve|frissítés:|utolsó frissítés|utoljára frissítve|módosítva|utolsó módosítás"
    "|utoljára módosítva",
    "ro": "actualizat|actualizată|ultima actualizare|ultima modificare|modificat|data actualizării",
    "tr": "son güncelleme tarihi|son güncelleme|son güncellenme tarihi|son güncellenme"
    "|güncellenme tarihi|güncellenme|güncelleme tarihi|güncelleme|güncellendi|düzenlenme",
    "id": "diperbarui|terakhir diperbarui|pembaruan|diperbaharui|dikemas kini|kemas kini",
    "vi": "cập nhật|cập nhật lúc|cập nhật ngày|cập nhật lần cuối|cập nhật mới nhất",
    "el": "ενημερώθηκε|τελευταία ενημέρωση|ενημέρωση|ανανεώθηκε|τελευταία ανανέωση"
    "|τελευταία τροποποίηση|τροποποιήθηκε",
    "ru": "обновлено|обновлена|обновлён|обновление:|дата обновления|последнее обновление"
    "|последнее изменение|изменено|отредактировано|актуализировано",
    "uk": "оновлено|останнє оновлення|останні зміни|змінено|відредаговано",
    "bg": "обновена|обновено|последна промяна|последно обновяване|последна актуализация"
    "|актуализирано|редактирано",
    "ar": "آخر تحديث|تم التحديث في|تم التحديث|تاريخ التحديث|تحديث|حدث في|عدل في",
    "fa": "آخرین به‌روزرسانی|به‌روزرسانی",
    "he": "עודכן בתאריך|עודכן ב-|עודכן|עדכון אחרון",
    "hi": "अपडेटेड|अपडेट|अंतिम अपडेट|आखरी अपडेट|अद्यतन|संशोधित",
    "bn": "আপডেট|হালনাগাদ",
    "th": "อัปเดต|อัพเดต|ปรับปรุงล่าสุด",
    "zh": "更新时间|更新日期|更新于|最后更新|最后更新于|最近更新|最后修改|修改时间|修改日期"
    "|编辑于|更新|更新時間|更新於|最後更新|最後更新於|修改時間|最後修改",
    "ja": "更新日時|最終更新日時|最終更新日|最終更新|更新日|修正日|改訂日|追記",
    "ko": "최종수정|최종업데이트|최종 업데이트|마지막 수정|수정시간|수정일|수정|업데이트",
}
TODAY = {
    "en": "today is|today's date|current date and time|it is currently|current time|todays date",
    "de": "heute ist|aktuelles datum und uhrzeit|aktuelles datum|aktuelle zeit",
    "fr": "nous sommes le|date du jour|aujourd'hui, nous sommes",
    "es": "hoy es|fecha actual|fecha y hora actual",
    "it": "oggi è|data odierna|data e ora correnti",
    "pt": "hoje é|data atual|data e hora atual",
    "nl": "het is nu|vandaag is het",
    "pl": "dziś jest|dzisiaj jest|aktualny czas",
    "zh": "今天是|当前时间",
}
"""Before these dates stands the day of the visit."""
