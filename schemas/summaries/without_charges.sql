-- The documents in which no charge was found, newest first.
select document_id, title, publisher, published from documents
where document_id not in (select document_id from charge_history)
order by published desc, document_id
