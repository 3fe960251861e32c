-- A collector's token is kept sealed, by a key that the database does not have (TokenSeal). The launcher seals those that are
-- plain when it starts, and then rewrites the table: until then a token is in one column or the other.
alter table collector add column token_sealed bytea;
alter table collector alter column token drop not null;
alter table collector add constraint collector_token_ck check ((token is null) <> (token_sealed is null));

-- Which key that is: one row, so that a node with another key is told when it starts, and not page by page.
create table seal_key (
  id integer constraint seal_key_pk primary key constraint seal_key_id_ck check (id = 1),
  fingerprint bytea not null
);

-- What DNS answered repeats the token where the domain publishes it. As CollectorToken.masked does from now on, it is replaced
-- by the beginning of its hash. Both tables are written anew, so that no dead row keeps one.
create function masked(masked text) returns text language plpgsql as $$
declare
  token text;
begin
  loop
    token := substring(masked from '/tls-rpt/ingest/([A-Za-z0-9_-]{32})');
    if token is null then
      return masked;
    end if;
    masked := replace(masked, '/tls-rpt/ingest/' || token, format('/tls-rpt/ingest/{token %s}',
      left(encode(sha256(convert_to(token, 'UTF8')), 'hex'), 8)));
  end loop;
end $$;
alter table observation alter column value type text using masked(value);
alter table monitored_domain alter column last_check_detail type text using masked(last_check_detail);
drop function masked;
