insert into product (sku, name, unit_price, version) values
    ('BOOK-001', 'The Art of Order', 2990, 0),
    ('BOOK-002', 'Sagas for Shopkeepers', 1990, 0),
    ('MUG-001', 'Mug, blue', 990, 0),
    ('SHIRT-001', 'T-shirt, grey', 1990, 0),
    ('LAMP-001', 'Desk lamp', 4990, 0),
    ('PEN-001', 'Fountain pen', 2490, 0),
    ('BAG-001', 'Canvas bag', 1490, 0),
    ('CHAIR-001', 'Office chair', 18990, 0),
    ('LAST-001', 'The last of its kind', 9990, 0),
    ('NONE-001', 'Sold out for good', 990, 0);
