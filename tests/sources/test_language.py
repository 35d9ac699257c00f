"""What is not English is turned away with that reason; English full of other names and quotes is not."""

import pytest

from cases.records import Document, Rejection
from cases.sources import Loaded, read

FOREIGN = {
    "es": (
        "El antiguo jefe del puerto de Villa Serena fue condenado el lunes por aceptar sobornos de una "
        "empresa de dragado que quería los mejores muelles. Según la fiscalía, entre 2019 y 2021 recibió "
        "cuarenta mil euros a cambio de la lista de atraques. El tribunal dictará la pena en abril y la "
        "defensa anunció que recurrirá la sentencia."
    ),
    "fr": (
        "L'ancien directeur du port de Saint-Amour a été condamné lundi pour avoir accepté des pots-de-vin "
        "d'une entreprise de dragage qui voulait les meilleures places. Selon le parquet, il a reçu quarante "
        "mille euros entre 2019 et 2021 en échange de la liste des emplacements. La peine sera prononcée en "
        "avril et la défense fera appel."
    ),
    "pt": (
        "O antigo diretor do porto de Vila Serena foi condenado na segunda-feira por aceitar subornos de uma "
        "empresa de dragagem que queria os melhores cais. Segundo o Ministério Público, recebeu quarenta mil "
        "euros entre 2019 e 2021 em troca da lista de atracações. A pena será anunciada em abril e a defesa "
        "disse que vai recorrer da sentença."
    ),
    "de": (
        "Der frühere Hafenmeister wurde am Montag verurteilt, weil er von einer Baggerfirma Geld angenommen "
        "hatte. Die Staatsanwältin sagte den Geschworenen, er habe die Liste der Liegeplätze verkauft und "
        "dafür über zwei Jahre hinweg hohe Summen erhalten. Das Urteil soll im April verkündet werden, die "
        "Verteidigung will Berufung einlegen."
    ),
    "it": (
        "L'ex direttore del porto è stato condannato lunedì per aver accettato tangenti da una società di "
        "dragaggio che voleva i posti migliori. Secondo la procura ha ricevuto quarantamila euro tra il 2019 "
        "e il 2021 in cambio della lista degli ormeggi. La pena sarà annunciata in aprile e la difesa farà "
        "appello."
    ),
    "ru": (
        "Бывший начальник порта был осуждён в понедельник за получение взяток от компании, которая хотела "
        "получить лучшие причалы. По версии прокуратуры, с 2019 по 2021 год он получил сорок тысяч евро в "
        "обмен на список стоянок. Суд объявит наказание в апреле, а защита заявила, что обжалует приговор в "
        "вышестоящей инстанции."
    ),
    "uk": (
        "Колишнього начальника порту засудили в понеділок за отримання хабарів від компанії, яка хотіла "
        "отримати найкращі причали. За версією прокуратури, з 2019 до 2021 року він отримав сорок тисяч євро "
        "в обмін на список стоянок. Суд оголосить покарання у квітні, а захист заявив, що оскаржить вирок."
    ),
    "ms": (
        "Bekas ketua pelabuhan itu disabitkan pada hari Isnin kerana menerima rasuah daripada sebuah "
        "syarikat pengorekan yang mahukan tempat berlabuh terbaik. Menurut pendakwa raya, beliau menerima "
        "empat puluh ribu ringgit antara tahun 2019 dan 2021 sebagai ganjaran untuk senarai tempat berlabuh. "
        "Mahkamah akan menjatuhkan hukuman pada bulan April dan pihak pembela akan membuat rayuan."
    ),
    "tl": (
        "Nahatulang nagkasala noong Lunes ang dating pinuno ng daungan dahil sa pagtanggap ng suhol mula sa "
        "isang kompanya na gusto ng pinakamagandang puwesto. Ayon sa tagausig, tumanggap siya ng apatnapung "
        "libong euro sa pagitan ng 2019 at 2021 kapalit ng listahan ng mga puwesto. Ihahayag ng hukuman ang "
        "parusa sa Abril at aapela ang depensa."
    ),
    "ar": (
        "أدانت المحكمة يوم الاثنين رئيس الميناء السابق بتهمة قبول رشاوى من شركة لأعمال التجريف كانت تريد "
        "أفضل الأرصفة. وقالت النيابة العامة إنه حصل على أربعين ألف يورو بين عامي ألفين وتسعة عشر وألفين "
        "وواحد وعشرين مقابل قائمة المراسي. وستعلن المحكمة العقوبة في شهر أبريل المقبل، فيما قال محامي الدفاع "
        "إنه سيستأنف الحكم أمام المحكمة العليا."
    ),
    "zh": (
        "前港口主任周一因收受一家疏浚公司的贿赂而被判有罪，该公司希望得到最好的泊位。检察官说，他在二〇一九年至二〇二一年期间收受了四万欧元，以换取泊位名单。法院将于四月宣布刑期，辩护律师表示将提出上诉。检方还"
        "指控该公司向两名市政官员行贿，以便在招标中获得优先考虑，并且隐瞒了付款的真实用途。这家公司否认所有指控，称这些款项是正常的咨询费用。市长办公室表示，市政府将全力配合调查，并且已经暂停了与该公司的全部合"
        "同，等待法院作出最后的判决。当地媒体报道，调查人员上个月搜查了公司的办公室。"
    ),
    "th": (
        ""
        "อดีตหัวหน้าท่าเรือถูกตัดสินว่ามีความผิดเมื่อวันจันทร์ฐานรับสินบนจากบริษัทขุดลอกที่ต้องการท่าเทียบเรือที่ดีที่สุด "
        "อัยการกล่าวว่าเขาได้รับเงินสี่หมื่นยูโรระหว่างปี 2019 ถึง 2021 เพื่อแลกกับรายชื่อท่าจอดเรือ "
        "ศาลจะประกาศโทษในเดือนเมษายนและทนายฝ่ายจำเลยกล่าวว่าจะยื่นอุทธรณ์คำพิพากษาต่อศาลสูงต่อไป"
    ),
}
INDONESIAN = (
    "Mantan kepala pelabuhan itu dinyatakan bersalah pada hari Senin karena menerima suap dari sebuah "
    "perusahaan pengerukan yang menginginkan tempat berlabuh terbaik. Menurut jaksa, ia menerima empat "
    "puluh ribu euro antara tahun 2019 dan 2021 sebagai imbalan atas daftar tempat berlabuh. Pengadilan "
    "akan menjatuhkan hukuman pada bulan April."
)
ENGLISH = {
    "Spanish names": (
        "José Luis Hernández Quiñones, mayor of Santa María de los Ángeles, and Guadalupe Domínguez Peñalosa "
        "of Constructora Río Bravo Sociedad Anónima de Capital Variable were charged in Tegucigalpa. "
        "Prosecutors of the Fiscalía Especial contra la Corrupción said that María del Carmen Echeverría "
        "Núñez, Juan Ignacio Ybarra Goñi and Álvaro Fernández de la Vega took bribes for the Autopista del "
        "Sur."
    ),
    "Malay names": (
        "Datuk Seri Ahmad Zulkifli bin Hassan, Tan Sri Mohd Azlan bin Abdul Rahman and Puan Sri Nor Hayati "
        "binti Ismail were charged at the Kuala Lumpur Sessions Court. Suruhanjaya Pencegahan Rasuah "
        "Malaysia said Syarikat Pembinaan Maju Jaya Sendirian Berhad paid Dato' Ibrahim bin Yusof for a "
        "Jabatan Kerja Raya contract in Kampung Baru, Negeri Sembilan."
    ),
    "a quote longer than the rest": (
        "The mayor of San Isidro del Monte denied it on Monday. “Yo nunca he recibido dinero de esa empresa "
        "y siempre he servido a mi pueblo con honestidad y con amor,” he told reporters. “La fiscalía no "
        "tiene ninguna prueba contra mí.” Prosecutors said that he took $40,000 from a builder. A judge will "
        "decide in April whether he stands trial."
    ),
    "a list of names": (
        "Accused: Ahmad Zulkifli bin Hassan, Mohd Azlan bin Abdul Rahman, Nor Hayati binti Ismail, Siti "
        "Aminah binti Yusof, Ibrahim bin Osman, Faridah binti Salleh, Khairul Anuar bin Mat, Zainab binti "
        "Daud, Roslan bin Hamid, Wan Azizah binti Wan Ali, Tengku Ismail bin Tengku Ahmad."
    ),
}


def outcome(text: str) -> Document | Rejection:
    return read(Loaded("a.txt", "txt", text.encode()))


@pytest.mark.parametrize("code", FOREIGN)
def test_another_language_is_turned_away_with_that_reason(code: str) -> None:
    rejection = outcome(FOREIGN[code])
    assert isinstance(rejection, Rejection)
    assert rejection.reason == f"the language is “{code}”, not English"
    assert rejection.remedy == "keep it until its language is supported"


def test_doubt_between_two_other_languages_is_none_about_english() -> None:
    rejection = outcome(INDONESIAN)
    assert isinstance(rejection, Rejection)
    assert rejection.reason.endswith("not English")


@pytest.mark.parametrize("full_of", ENGLISH)
def test_english_full_of_other_names_and_quotes_is_taken(full_of: str) -> None:
    document = outcome(ENGLISH[full_of])
    assert isinstance(document, Document), document
    assert document.language == "en"


@pytest.mark.parametrize("code", FOREIGN)
def test_under_200_letters_a_text_is_taken_as_english(code: str) -> None:
    short = FOREIGN[code][:190]
    assert isinstance(outcome(short), Document)


def test_foreign_article_with_an_english_quote_is_turned_away() -> None:
    quote = "“The harbour is the heart of this town and of the people who work with the ships,” said a banner."
    rejection = outcome(" ".join([FOREIGN["es"], FOREIGN["es"], FOREIGN["pt"], quote, FOREIGN["es"], FOREIGN["es"]]))
    assert isinstance(rejection, Rejection)
    assert "“es”" in rejection.reason


def test_what_a_page_says_of_its_language_does_not_outweigh_its_text() -> None:
    page = f'<html lang="ms"><body><article><p>{ENGLISH["Malay names"]}</p></article></body></html>'
    document = read(Loaded("a.html", "html", page.encode()))
    assert isinstance(document, Document), document
    assert document.language == "en"
