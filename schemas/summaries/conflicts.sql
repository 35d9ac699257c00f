-- The charges of which one document reports an acquittal or a dismissal and another a conviction, report by report.
select c.party, o.label as offence, c.conspiracy, c.status, h.status as reported, coalesce(h.date, d.published) as reported_on,
  h.asserted_by, d.publisher, h.document_id
from (select distinct a.charge_id from charge_history a join charge_history b using (charge_id)
    where a.status in ('acquitted', 'dismissed') and b.status in ('convicted', 'pleaded_guilty')
      and a.document_id <> b.document_id)
join charges c using (charge_id) join offences o using (offence) join charge_history h using (charge_id)
join documents d using (document_id)
order by c.party, o.label, reported_on
