-- The people with a public office and a position in business, with the years where the documents tell them.
select distinct a.person_id, a.person, a.title as public_office, a."start" as office_from, a."end" as office_to,
  b.title as business_position, b.organization, b."start" as business_from, b."end" as business_to
from roles a join roles b using (person_id)
where a.kind = 'public_office' and b.kind = 'private_office'
order by a.person, a.title, b.title
