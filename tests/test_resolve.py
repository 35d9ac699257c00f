"""Who is who in several documents: made-up records of names."""

import datetime as dt

from cases.resolve import DocumentNames, OrganizationName, PersonName, resolve


def document(
    name: str, *people: PersonName | str, year: int | None = 2020, bodies: tuple[OrganizationName, ...] = ()
) -> DocumentNames:
    published = None if year is None else dt.date(year, 1, 1)
    return DocumentNames(name, published, tuple(PersonName(p) if isinstance(p, str) else p for p in people), bodies)


def people(*documents: DocumentNames) -> list[str]:
    """The ids of the first person of each document."""
    ids = resolve(documents).people
    return [ids[d.document_id, 0] for d in documents]


def one(*documents: DocumentNames) -> bool:
    return len(set(people(*documents))) == 1


def test_equal_full_names_are_one_person_whatever_accents() -> None:
    assert one(document("a", "José Peña"), document("b", "Jose Pena"))


def test_a_middle_initial_fits_the_only_fuller_name() -> None:
    assert one(document("a", "Carl Sender"), document("b", "Carl B. Sender"))


def test_two_fuller_names_leave_the_shorter_apart() -> None:
    ids = people(document("a", "Carl Sender"), document("b", "Carl B. Sender"), document("c", "Carl D. Sender"))
    assert len(set(ids)) == 3


def test_a_second_surname_may_be_left_out() -> None:
    assert one(document("a", "Ramiro Quintero Zelaya"), document("b", "Ramiro Quintero"))


def test_a_surname_alone_never_joins() -> None:
    assert not one(document("a", "Sender"), document("b", "Sender"))
    assert not one(document("a", "Sender"), document("b", "Carl Sender"))


def test_a_surname_with_the_same_nickname_joins() -> None:
    full = PersonName("Pedro Salinas", aliases=("El Gordo", "Salinas"))
    assert one(document("a", full), document("b", PersonName("Salinas", aliases=("El Gordo",))))


def test_ages_that_do_not_fit_keep_two_people_apart() -> None:
    young = PersonName("Carl Sender", age=30, age_on=dt.date(2020, 1, 1))
    old = PersonName("Carl Sender", age=60, age_on=dt.date(2020, 1, 1))
    assert not one(document("a", young), document("b", old))


def test_a_suffix_keeps_father_and_son_apart() -> None:
    assert not one(document("a", "Carl Sender Jr."), document("b", "Carl Sender Sr."))


def test_a_suffix_alone_joins_nobody() -> None:
    assert not one(document("a", "Carl Sender Jr."), document("b", "Carl Sender"))
    assert not one(document("a", "Carl Sender Jr."), document("b", "Carl B. Sender"))


def test_a_middle_name_or_an_age_joins_whom_one_document_prints_without_his_suffix() -> None:
    assert one(document("a", "Carl B. Sender Jr."), document("b", "Carl B. Sender"))
    son = PersonName("Carl Sender Jr.", age=30, age_on=dt.date(2020, 1, 1))
    assert one(document("a", son), document("b", PersonName("Carl Sender", age=31, age_on=dt.date(2021, 1, 1))))


def test_an_official_and_a_defendant_of_one_name_are_two() -> None:
    official = PersonName("Carl Sender", kinds=frozenset({"prosecutor"}))
    accused = PersonName("Carl Sender", kinds=frozenset({"defendant"}))
    assert not one(document("a", official), document("b", accused))


def test_brothers_in_one_document_stay_two() -> None:
    result = resolve([document("a", "Juan Carlos Medina", "Juan Pablo Medina"), document("b", "Juan Medina")])
    assert len(set(result.people.values())) == 3


def test_one_letter_needs_two_shared_people() -> None:
    others = ("Anna Keller", "Peter Novak")
    assert one(document("a", "Michal Sender", *others), document("b", "Michel Sender", *others))
    assert not one(document("a", "Michal Sender", *others), document("b", "Michel Sender"))


def test_ids_follow_the_earliest_document_and_do_not_change_later() -> None:
    first = people(document("a", "Carl Sender", year=2019))
    later = people(document("a", "Carl Sender", year=2019), document("b", "Carl B. Sender", year=2021))
    undated = people(document("a", "Carl Sender", year=2019), document("0", "Carl Sender", year=None))
    assert set(first) == set(later) == set(undated)


def test_the_order_of_documents_does_not_matter() -> None:
    some = [document("a", "Carl Sender"), document("b", "Carl B. Sender"), document("c", "Carl Sender", year=2018)]
    assert resolve(some) == resolve(some[::-1])


def bodies(*records: OrganizationName) -> list[str]:
    """The id of each organisation, every one in a document of its own."""
    documents = [document(str(i), bodies=(record,)) for i, record in enumerate(records)]
    ids = resolve(documents).organizations
    return [ids[str(i), 0] for i in range(len(records))]


def test_a_body_of_unknown_country_joins_the_only_one_of_its_name() -> None:
    assert (
        len(
            set(
                bodies(OrganizationName("Norte Oil", "company", country="MX"), OrganizationName("Norte Oil", "company"))
            )
        )
        == 1
    )


def test_a_generic_name_joins_only_with_the_same_country() -> None:
    court = OrganizationName("Supreme Court", "court")
    indian = OrganizationName("Supreme Court", "court", country="IN")
    assert len(set(bodies(court, court))) == 2
    assert len(set(bodies(indian, indian))) == 1
    assert len(set(bodies(indian, court))) == 2
