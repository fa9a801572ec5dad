"""With whom: of those whom a line names, who took part, and who is spoken of, absent or still to come."""
