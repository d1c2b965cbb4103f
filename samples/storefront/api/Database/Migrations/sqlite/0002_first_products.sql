INSERT INTO products (position, slug, name, price_cents, summary, description) VALUES
    (1, 'enamel-mug',      'Enamel mug',       1450, 'Chips, but does not break.',            'Steel under two coats of enamel, with a rolled rim. Holds a third of a litre, sits on any stove, and survives being dropped on a deck.'),
    (2, 'brass-lantern',   'Brass lantern',    8900, 'Burns through the night on one fill.',   'A flat-wick cabin lantern in solid brass with a glass chimney. Hangs or stands. Twenty hours on one fill of lamp oil.'),
    (3, 'manila-rope',     'Manila rope, 20 m', 3200, 'Three strands, kind to the hands.',    'Twenty metres of three-strand manila, twelve millimetres across. Smells right, coils easily, and holds a knot.'),
    (4, 'canvas-bag',      'Canvas bag',       5400, 'Room for a weekend.',                   'Waxed cotton canvas with a rope drawstring and a flat base. Forty litres, one pocket inside, no zip to jam.'),
    (5, 'deck-compass',    'Deck compass',    12900, 'Points north, every time.',             'An oil-filled compass in a brass bowl with a card that can be read from two metres. Comes in a beech box.'),
    (6, 'watch-cap',       'Watch cap',        2900, 'Merino, knitted in the round.',         'A close cap in merino wool, long enough to turn up twice. Warm when it is wet.'),
    (7, 'signal-flags',    'Signal flag set',  7600, 'All twenty-six letters.',               'Sewn cotton flags for the whole alphabet, with wooden toggles and a canvas roll to keep them in order.'),
    (8, 'splicing-knife',  'Splicing knife',   4100, 'A blade and a marlinspike.',            'A sheepsfoot blade and a steel marlinspike on one pin, with oak scales. Opens with cold hands.');
