from django.db import migrations

LEGAL_TABLES = (
    "agreements_relation",
    "agreements_party",
    "agreements_account",
    "agreements_actrecord",
    "accounts_change",
    "accounts_letterheadversion",
)
UNCHANGEABLE_TABLES = ("accounts_change", "accounts_letterheadversion")


def forbid(apps, schema_editor):
    for table, verb in _forbidden(schema_editor):
        _forbid_one(schema_editor, table, verb)


def allow(apps, schema_editor):
    for table, verb in _forbidden(schema_editor):
        _allow_one(schema_editor, table, verb)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS elci_keep_records()")


def _forbidden(schema_editor):
    # Only PostgreSQL has another way to empty a table.
    emptying = (
        ("DELETE", "TRUNCATE") if schema_editor.connection.vendor == "postgresql" else ("DELETE",)
    )
    yield from ((table, verb) for table in LEGAL_TABLES for verb in emptying)
    yield from ((table, "UPDATE") for table in UNCHANGEABLE_TABLES)


def _forbid_one(schema_editor, table, verb):
    name = f"{table}_no_{verb.lower()}"
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION elci_keep_records() RETURNS trigger AS $$ BEGIN "
            "RAISE EXCEPTION 'records of % are kept for ever: withdraw or correct instead', "
            "TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
            "END $$ LANGUAGE plpgsql",
            params=None,  # or the per cent sign would be taken for a place holder
        )
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


def _allow_one(schema_editor, table, verb):
    name = f"{table}_no_{verb.lower()}"
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
    else:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_initial"),
        ("accounts", "0001_initial"),
    ]

    operations = [migrations.RunPython(forbid, allow)]
