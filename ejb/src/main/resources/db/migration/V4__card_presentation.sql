-- What became of a card shown to the card endpoint, until the portal has fetched the answer.

create table card_presentation (
  nonce_digest   varchar(43) not null primary key,
  browser_digest varchar(43) not null,
  ticket_digest  varchar(43) unique,
  refusal        varchar(40),
  support_code   varchar(16) not null,
  account_id     bigint      references account (id),
  identifier     varchar(32),
  judged_at      timestamp(6) with time zone not null,
  redeemed_at    timestamp(6) with time zone,
  check ((refusal is null) = (account_id is not null and ticket_digest is not null))
);
create index card_presentation_browser on card_presentation (browser_digest);
create index card_presentation_judged on card_presentation (judged_at);
