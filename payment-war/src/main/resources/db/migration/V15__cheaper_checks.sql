-- The same values as before, without a bound in the regular expression. The next migration validates it without a lock that keeps writers out.
alter table payment
    drop constraint payment_currency_check,
    add constraint payment_currency_check check (length(currency) = 3 and currency !~ '[^A-Z]') not valid;
