"""The rows of the tables in which prosecutors lay out a case."""

from cases.language.courttables import row_of, rows
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading, parse
from cases.records import Document, Person, Ref

TEXT = "Defendant\n\nAnna Kowalski, 45, Irvine\n\nPleaded guilty\n\nPeter Novak\n\nThe judge heard Anna Kowalski, 45."


def test_a_row_begins_with_a_line_that_a_name_opens(nlp):
    document = Document("made-up", TEXT, "made-up.txt", "", language="en")
    ((_, doc),) = parse(nlp, [document])
    reading = Reading(document, doc)
    anna, peter = Ref("person", 0), Ref("person", 1)
    places = [
        (i, anna if doc[i].text == "Anna" else peter) for i in range(len(doc)) if doc[i].text in {"Anna", "Peter"}
    ]
    people = (Person("Anna Kowalski", ()), Person("Peter Novak", ()))
    table = rows(reading, Mentions(people, (), [Mention(i, i + 2, ref) for i, ref in places]))
    assert [(row.ref, row.aged) for row in table] == [(anna, True), (peter, False)]
    told = [row_of(table, TEXT.index(word)) for word in ("Defendant", "Pleaded", "judge")]
    assert [row and row.ref for row in told] == [None, anna, peter]
