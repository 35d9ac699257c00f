-- The charges of which one document reports an acquittal or a dismissal and another a conviction, report by report. A
-- document that reports both, some counts ending so and some so, agrees with those that report the conviction.
select c.party, o.label as offence, c.conspiracy, c.status, h.status as reported, coalesce(h.date, d.published) as reported_on,
  h.asserted_by, d.publisher, h.document_id
from (select distinct a.charge_id from charge_history a join charge_history b using (charge_id)
    join charges c using (charge_id)
    where a.status in ('acquitted', 'dismissed') and b.status in ('convicted', 'pleaded_guilty')
      and a.document_id <> b.document_id
      and (c.status in ('acquitted', 'dismissed') or not exists (select 1 from charge_history s
        where s.charge_id = a.charge_id and s.document_id = a.document_id
          and s.status in ('convicted', 'pleaded_guilty'))))
join charges c using (charge_id) join offences o using (offence) join charge_history h using (charge_id)
join documents d using (document_id)
order by c.party, o.label, reported_on
