-- When the channel that a code went to ceased to be the account's: from then on the code counts no more.
alter table otp_challenge add column withdrawn_at timestamp(6) with time zone;
