-- The reports of an acquittal or a dismissal, latest first, each with a quote.
select c.party, o.label as offence, c.conspiracy, h.status, coalesce(h.date, d.published) as reported_on, h.asserted_by,
  (select e.quote from evidence e where e.row_id = h.charge_history_id order by e."start" limit 1) as quote, h.document_id
from charge_history h join charges c using (charge_id) join offences o using (offence) join documents d using (document_id)
where h.status in ('acquitted', 'dismissed')
order by reported_on desc, c.party
