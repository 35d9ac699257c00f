-- The people with a public office and a position in business, with the years where the documents tell them. An office of
-- no known body or country, and one that a report calls by the same words in business, is likelier the position itself.
select distinct a.person_id, a.person, a.title as public_office, a.organization as public_body,
  a."start" as office_from, a."end" as office_to,
  b.title as business_position, b.organization, b."start" as business_from, b."end" as business_to
from roles a left join organizations o using (organization_id) join roles b on b.person_id = a.person_id
where a.kind = 'public_office' and b.kind = 'private_office'
  and iif(o.kind is null, a.country is not null, o.kind in
    ('government', 'law_enforcement', 'prosecution', 'court', 'military', 'political'))
  and (a.organization_id is null or a.organization_id is not b.organization_id)
  and instr(lower(b.title), lower(a.title)) = 0 and instr(lower(a.title), lower(b.title)) = 0
order by a.person, a.title, b.title
