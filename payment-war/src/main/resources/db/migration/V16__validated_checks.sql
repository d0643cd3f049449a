alter table payment validate constraint payment_currency_check;
