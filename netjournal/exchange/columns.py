"""What the columns of other programs' tables hold, known by name whatever their order.

Google's two tables, Outlook.com's, desktop Outlook's and LinkedIn's (dependencies.md §11); Outlook's and
LinkedIn's also in German, French, Spanish and Portuguese, as far as their words mean one thing only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "display name"),
    "given": ("first name", "given name", "vorname", "prénom", "nombre", "nome"),
    "more": (
        *("middle name", "additional name", "weitere vornamen", "zweiter vorname", "deuxième prénom"),
        *("segundo nombre", "segundo nome", "nome do meio"),
    ),
    "family": (
        *("last name", "family name", "surname", "nachname", "familienname", "nom", "nom de famille"),
        *("apellido", "apellidos", "sobrenome"),
    ),
    "nicknames": ("nickname", "spitzname", "surnom", "sobrenombre"),
    "emails": (
        *("e-mail # - value", "e-mail address", "e-mail # address", "email address", "e-mail", "email"),
        *("e-mail-adresse", "e-mail-adresse #", "e-mail # adresse", "e-mail #: adresse"),
        *("adresse de messagerie", "adresse de messagerie #", "adresse e-mail", "adresse email", "courriel"),
        *("dirección de correo electrónico", "dirección de correo electrónico #", "correo electrónico"),
        *("dirección del correo electrónico", "dirección del correo electrónico #", "correo electrónico #"),
        *("endereço de e-mail", "endereço de e-mail #", "endereço de email", "endereço de email #"),
        *("endereço de correio eletrónico", "endereço de correio eletrónico #"),
    ),
    "phones": (
        *("phone # - value", "mobile phone", "primary phone", "home phone", "home phone #", "business phone"),
        *("business phone #", "other phone", "car phone", "phone", "phone number", "mobile"),
        *("mobiltelefon", "mobiltelefon #", "haupttelefon", "telefon privat", "telefon privat #", "telefon"),
        *("telefon geschäftlich", "telefon geschäftlich #", "weiteres telefon", "autotelefon", "handy"),
        *("tél. mobile", "téléphone mobile", "téléphone (domicile)", "téléphone # (domicile)", "téléphone"),
        *("téléphone (bureau)", "téléphone # (bureau)", "téléphone principal", "téléphone personnel"),
        *("teléfono móvil", "móvil", "teléfono particular", "teléfono particular #", "teléfono"),
        *("teléfono del trabajo", "teléfono del trabajo #", "teléfono principal", "otro teléfono"),
        *("telefone celular", "celular", "telemóvel", "telefone residencial", "telefone residencial #"),
        *("telefone comercial", "telefone comercial #", "telefone principal", "outro telefone", "telefone"),
    ),
    "links": (
        *("website # - value", "web page", "personal web page", "url", "profile url"),
        *("webseite", "page web", "página web"),
    ),
    "organisation": (
        *("organization name", "organization # - name", "company"),
        *("firma", "unternehmen", "société", "entreprise", "compañía", "empresa", "organización"),
    ),
    "role": (
        *("organization title", "organization # - title", "job title", "position"),
        *("profession", "poste", "puesto", "cargo"),
    ),
    "place": (
        *("home city", "address # - city", "business city", "other city", "city", "location"),
        *("ort privat", "ort geschäftlich", "weiterer ort", "wohnort"),
        *("ville (domicile)", "ville (bureau)", "ville", "ciudad", "cidade"),
    ),
    "birthday": (
        *("birthday", "geburtstag", "anniversaire", "date de naissance", "cumpleaños"),
        *("fecha de nacimiento", "aniversário", "data de nascimento"),
    ),
    "tags": (
        "labels",
        "group membership",
        "categories",
        "kategorien",
        "catégories",
        "categorías",
        "categorias",
    ),
    "about": ("notes", "notizen", "notas", "anotações"),
    "connected": ("connected on",),
}
_FIELD_OF = {column: field for field, columns in _COLUMNS.items() for column in columns}
_IN_ORDER = {column: rank for rank, column in enumerate(_COLUMNS["place"])}
_NOTHING = frozenset({"0/0/00", "0000-00-00"})
_USUAL = {
    "priority": "normal",
    "sensitivity": "normal",
    "private": "false",
    "gender": "unspecified",
    "e-mail type": "smtp",
    "e-mail # type": "smtp",
}
_DAY_FIRST = re.compile(r"(?<![0-9/-])(?:1[3-9]|2[0-9]|3[01])[/-][0-9]{1,2}[/-][0-9]{4}(?![0-9/-])")
_MONTH_FIRST = re.compile(r"(?<![0-9/-])[0-9]{1,2}[/-](?:1[3-9]|2[0-9]|3[01])[/-][0-9]{4}(?![0-9/-])")
_TELLING = frozenset({"name", "given", "family", "emails"})


class Column(NamedTuple):
    """A column: its `name`, the `field` of a person it is for (None for none), its `key` in any table.

    `usual` is what stands in it, in small letters, where a user left it alone.
    """

    name: str
    field: str | None
    key: str
    usual: str | None

    @classmethod
    def named(cls, name: str) -> Column:
        """The column that has this name."""
        composed = unicodedata.normalize("NFC", name).casefold()
        key = re.sub(r"\b[0-9]{1,3}\b", "#", " ".join(composed.split()))
        return cls(name, _FIELD_OF.get(key), key, _USUAL.get(key))

    @property
    def rank(self) -> int:
        """Which of several towns is where somebody lives: the least."""
        return _IN_ORDER.get(self.key, len(_IN_ORDER))

    def says_nothing(self, value: str) -> bool:
        """Whether a program writes this into every row that its user left alone."""
        return not value or value in _NOTHING or (self.usual is not None and value.casefold() == self.usual)


def tells_of_people(names: Sequence[str]) -> bool:
    """Whether these are the names of columns of a table of people."""
    found = {Column.named(name).field for name in names} - {None}
    return len(found) >= 2 and not _TELLING.isdisjoint(found)


def is_day_first(columns: Iterable[Column], text: str) -> bool:
    """Whether 9/12/1979 is in December: in other languages than English, and where another day shows it."""
    days = [column.key for column in columns if column.field == "birthday"]
    if days in ([], ["birthday"]):
        return bool(days) and bool(_DAY_FIRST.search(text)) and not _MONTH_FIRST.search(text)
    return True
