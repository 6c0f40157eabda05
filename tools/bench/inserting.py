"""Many rows of one table at once, without an object and a statement for each of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

Row = dict[str, Any]


def insert_rows(model: type[Model], rows: Sequence[Row]) -> None:
    """Insert rows given by column; what a row leaves out gets the column's default."""
    if not rows:
        return
    quote = connection.ops.quote_name
    names = ", ".join(quote(each.column) for each in _columns(model))
    table = quote(model._meta.db_table)  # noqa: SLF001 -- Django documents it
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for values in _stored(model, rows):
                    copy.write_row(values)
        else:
            places = ", ".join(["%s"] * len(_columns(model)))
            # Table and columns are the model's own names.
            statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608  the names are the models' own
            cursor.executemany(statement, list(_stored(model, rows)))


def _columns(model: type[Model]) -> Sequence[Any]:
    return model._meta.concrete_fields  # noqa: SLF001 -- Django documents it


def _stored(model: type[Model], rows: Sequence[Row]) -> Iterator[list[Any]]:
    fields = [(each, each.attname) for each in _columns(model)]
    for row in rows:
        yield [
            field.get_db_prep_save(row[name] if name in row else field.get_default(), connection)
            for field, name in fields
        ]
