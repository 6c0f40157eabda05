from django.db import migrations

KEPT_TABLES = (
    "visits_visit",
    "visits_visitpartner",
    "visits_budgetline",
    "visits_programmeitem",
    "visits_gift",
    "visits_minutes",
    "visits_outcome",
    "visits_visitpaper",
    "visits_delegate",
    "visits_persondetail",
    "visits_purge",
    "visits_promise",
    "visits_promiseevent",
)
UNCHANGEABLE_TABLES = (
    "visits_minutes",
    "visits_purge",
    "visits_promiseevent",
)


def forbid(apps, schema_editor):
    for table, verb in _forbidden(schema_editor):
        _forbid_one(schema_editor, table, verb)


def allow(apps, schema_editor):
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for table, verb in _forbidden(schema_editor):
        on = f" ON {table}" if is_postgres else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}{on}")


def _forbidden(schema_editor):
    # Only PostgreSQL has another way to empty a table.
    emptying = (
        ("DELETE", "TRUNCATE") if schema_editor.connection.vendor == "postgresql" else ("DELETE",)
    )
    yield from ((table, verb) for table in KEPT_TABLES for verb in emptying)
    yield from ((table, "UPDATE") for table in UNCHANGEABLE_TABLES)


def _forbid_one(schema_editor, table, verb):
    name = f"{table}_no_{verb.lower()}"
    if schema_editor.connection.vendor == "postgresql":
        rows = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
            f"FOR EACH {rows} EXECUTE FUNCTION elci_keep_records()"
        )
    else:
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'records of {table} are kept for ever: "
            "withdraw or correct instead'); END"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("visits", "0001_initial"),
        # It makes the function that PostgreSQL calls.
        ("agreements", "0002_nothing_is_deleted"),
    ]

    operations = [migrations.RunPython(forbid, allow)]
