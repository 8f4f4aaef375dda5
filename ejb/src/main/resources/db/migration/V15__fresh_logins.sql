-- Where an earlier login may still be open at the provider: since when the person must have authenticated.
alter table prosanteconnect_attempt add column fresh_since timestamp(6) with time zone;
