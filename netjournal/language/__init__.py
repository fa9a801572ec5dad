"""How people write: names, dates and one-line entries, as words and back.

A line goes through ``capture``: its signs (``tokens``, ``keys``), then what its words say:

* ``days``: when it was,
* ``names``: whose names stand in it,
* ``company``: who of them took part,
* ``channels``: how they were in touch,
* ``promises``: what was promised in it,
* ``hardship``: whether it tells of a hard day.

Beside it, what is written is found again (``filters``, ``finding``) and changed (``forms``).
"""
