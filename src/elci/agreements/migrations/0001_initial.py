import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import elci.foundation.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("documents", "0001_initial"),
        ("organisations", "0001_initial"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "grade",
                    models.CharField(
                        choices=[("private", "private"), ("full", "full")],
                        default="private",
                        max_length=20,
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("sister_city", "sister city agreement"),
                            ("cooperation_protocol", "cooperation protocol"),
                            ("memorandum", "memorandum of understanding"),
                            ("goodwill_letter", "letter of goodwill"),
                            ("preliminary_protocol", "preliminary protocol"),
                            ("project_agreement", "project agreement"),
                            ("membership", "membership of an international organisation"),
                        ],
                        max_length=40,
                    ),
                ),
                ("local_name", models.CharField(blank=True, max_length=300)),
                ("partner_as_printed", models.CharField(blank=True, max_length=300)),
                ("dimensions", models.JSONField(blank=True, default=list)),
                ("purposes", models.JSONField(blank=True, default=list)),
                ("fields", models.JSONField(blank=True, default=list)),
                ("forms", models.JSONField(blank=True, default=list)),
                ("note", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawal_reason", models.TextField(blank=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="accounts.workspace",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="RegisterEntry",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="entry",
                        serialize=False,
                        to="agreements.account",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[("private", "private"), ("full", "full")], max_length=20
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("sister_city", "sister city agreement"),
                            ("cooperation_protocol", "cooperation protocol"),
                            ("memorandum", "memorandum of understanding"),
                            ("goodwill_letter", "letter of goodwill"),
                            ("preliminary_protocol", "preliminary protocol"),
                            ("project_agreement", "project agreement"),
                            ("membership", "membership of an international organisation"),
                        ],
                        max_length=40,
                    ),
                ),
                ("partner_tr", models.CharField(max_length=600)),
                ("partner_en", models.CharField(max_length=600)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("partner_countries", models.CharField(blank=True, max_length=200)),
                ("since", elci.foundation.fields.PartialDateField(max_length=32, null=True)),
                ("since_day", models.DateField(null=True)),
                ("last_act_day", models.DateField(null=True)),
                ("decade", models.SmallIntegerField(null=True)),
                ("begins", models.DateField(null=True)),
                ("sort_tr", elci.foundation.fields.SortKeyField(max_length=600)),
                ("sort_en", elci.foundation.fields.SortKeyField(max_length=600)),
                ("signed_day", models.DateField()),
                (
                    "place",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="places.place",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.workspace",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ActRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("council_decision", "council decision"),
                            ("sent_to_civil_administrator", "sent to the civil administrator"),
                            ("announced", "announced"),
                            ("permit_asked", "permit asked for"),
                            ("permit_granted", "permit granted"),
                            ("permit_refused", "permit refused"),
                            ("preliminary_protocol", "preliminary protocol signed"),
                            ("signed", "signed"),
                            ("entered_into_force", "entered into force"),
                            ("renewed", "renewed"),
                            ("varied", "varied"),
                            ("suspended", "suspended"),
                            ("resumed", "resumed"),
                            ("council_decision_to_end", "council decision to end"),
                            ("terminated", "terminated"),
                            ("expired", "expired"),
                            ("superseded", "superseded"),
                            ("party_succeeded", "a party was succeeded"),
                        ],
                        max_length=40,
                    ),
                ),
                ("happened", elci.foundation.fields.PartialDateField(max_length=32)),
                (
                    "valid_until",
                    elci.foundation.fields.PartialDateField(blank=True, max_length=32, null=True),
                ),
                ("organ", models.CharField(blank=True, max_length=200)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("places", models.JSONField(blank=True, default=list)),
                ("source_detail", models.CharField(blank=True, max_length=300)),
                ("note", models.TextField(blank=True)),
                ("known_from", models.DateField()),
                ("known_until", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="agreements.account",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="agreements.actrecord",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="documents.source",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "id"),
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attached_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="agreements.account",
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="agreements.actrecord",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="documents.document",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CountSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scope", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("cells", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("scope", "day"), name="sheet_is_one_per_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("statement_tr", models.CharField(max_length=300)),
                ("statement_en", models.CharField(max_length=300)),
                ("value", models.PositiveIntegerField()),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("sister_city", "sister city agreement"),
                            ("cooperation_protocol", "cooperation protocol"),
                            ("memorandum", "memorandum of understanding"),
                            ("goodwill_letter", "letter of goodwill"),
                            ("preliminary_protocol", "preliminary protocol"),
                            ("project_agreement", "project agreement"),
                            ("membership", "membership of an international organisation"),
                        ],
                        max_length=40,
                    ),
                ),
                ("first_signed_from", models.DateField()),
                ("first_signed_until", models.DateField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="documents.source",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="accounts.workspace",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("replaced_at", models.DateTimeField(null=True)),
                ("replacement_reason", models.TextField(blank=True)),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "relation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="agreements.relation",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.AddField(
            model_name="account",
            name="relation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="agreements.relation",
            ),
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("query", models.CharField(max_length=500)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.workspace",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="StandingPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[("private", "private"), ("full", "full")], max_length=20
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("sister_city", "sister city agreement"),
                            ("cooperation_protocol", "cooperation protocol"),
                            ("memorandum", "memorandum of understanding"),
                            ("goodwill_letter", "letter of goodwill"),
                            ("preliminary_protocol", "preliminary protocol"),
                            ("project_agreement", "project agreement"),
                            ("membership", "membership of an international organisation"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("permitted", "permitted"),
                            ("refused", "permit refused"),
                            ("in_force", "in force"),
                            ("possibly_in_force", "possibly in force"),
                            ("suspended", "suspended"),
                            ("ended", "ended"),
                            ("expired", "expired"),
                            ("superseded", "superseded"),
                            ("unknown", "unknown"),
                        ],
                        max_length=20,
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2)),
                ("decade", models.SmallIntegerField(null=True)),
                ("since_day", models.DateField()),
                ("sort_tr", elci.foundation.fields.SortKeyField(max_length=600)),
                ("sort_en", elci.foundation.fields.SortKeyField(max_length=600)),
                ("place_rank", models.IntegerField(default=0)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.workspace",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="periods",
                        to="agreements.registerentry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterPartner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="agreements.registerentry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[("private", "private"), ("full", "full")], max_length=20
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("before_party_founded", "older than the organisation itself"),
                            ("ended_before_opened", "ended before it was signed"),
                            ("never_opened", "continued, but no signing is on record"),
                            ("went_on_after_the_end", "continued after it had ended"),
                            ("signed_twice", "signed more than once"),
                        ],
                        max_length=40,
                    ),
                ),
                ("params", models.JSONField(default=dict)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.workspace",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="agreements.registerentry",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="actrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until", None),
                    ("known_until__gte", models.F("known_from")),
                    _connector="OR",
                ),
                name="act_is_known_before_it_is_replaced",
            ),
        ),
        migrations.AddConstraint(
            model_name="actrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "happened__regex",
                        "\\A(XXXX|[0-9]{3}X[?~%]?|[0-9]{2}XX[?~%]?|[0-9]{4}-XX(-XX)?[?~%]?|[0-9]{4}-[0-9]{2}-XX[?~%]?|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\\.\\./[0-9]{4}(-[0-9]{2}){0,2}[?~%]?|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?/(\\.\\.|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?))\\Z",
                    )
                ),
                name="act_date_is_canonical",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(
                fields=("account", "document"), name="attachment_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)),
                fields=("relation", "organisation"),
                name="party_is_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_at", None),
                    models.Q(("replacement_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="party_replacement_has_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="account",
            index=models.Index(fields=["workspace", "withdrawn_at"], name="account_withdrawn"),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                fields=("relation", "workspace"), name="account_is_one_per_workspace"
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_at", None),
                    models.Q(("withdrawal_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="account_withdrawal_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                fields=("user", "workspace", "name"), name="saved_view_is_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=["grade", "instrument", "standing", "country", "decade", "starts", "ends"],
                name="period_public_counts",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "workspace",
                    "grade",
                    "instrument",
                    "standing",
                    "country",
                    "decade",
                    "starts",
                    "ends",
                ],
                name="period_own_counts",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=["grade", "starts", "instrument", "standing", "country", "decade"],
                name="period_public_starts",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=["grade", "ends", "instrument", "standing", "country", "decade"],
                name="period_public_ends",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "workspace",
                    "grade",
                    "starts",
                    "instrument",
                    "standing",
                    "country",
                    "decade",
                ],
                name="period_own_starts",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "workspace",
                    "grade",
                    "ends",
                    "instrument",
                    "standing",
                    "country",
                    "decade",
                ],
                name="period_own_ends",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "workspace",
                    "grade",
                    "place_rank",
                    "place",
                    "standing",
                    "instrument",
                    "country",
                    "decade",
                    "starts",
                    "ends",
                ],
                name="period_own_map",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "entry",
                    "starts",
                    "ends",
                    "grade",
                    "instrument",
                    "standing",
                    "country",
                    "decade",
                ],
                name="period_by_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="standingperiod",
            index=models.Index(
                fields=[
                    "grade",
                    "place_rank",
                    "place",
                    "workspace",
                    "standing",
                    "instrument",
                    "country",
                    "decade",
                    "starts",
                    "ends",
                ],
                name="period_public_map",
            ),
        ),
        migrations.AddIndex(
            model_name="registerpartner",
            index=models.Index(fields=["country", "entry"], name="partner_by_country"),
        ),
        migrations.AddIndex(
            model_name="registerfinding",
            index=models.Index(fields=["grade", "kind"], name="finding_public"),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "grade",
                    "sort_tr",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                    "signed_day",
                ],
                name="entry_public_tr",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "grade",
                    "sort_en",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                    "signed_day",
                ],
                name="entry_public_en",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "grade",
                    "signed_day",
                    "sort_tr",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                ],
                name="entry_public_since",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "workspace",
                    "sort_tr",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                    "signed_day",
                    "grade",
                ],
                name="entry_own_tr",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "workspace",
                    "sort_en",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                    "signed_day",
                    "grade",
                ],
                name="entry_own_en",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "workspace",
                    "signed_day",
                    "sort_tr",
                    "account",
                    "begins",
                    "instrument",
                    "country",
                    "decade",
                    "grade",
                ],
                name="entry_own_since",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=[
                    "grade",
                    "begins",
                    "instrument",
                    "country",
                    "workspace",
                    "since_day",
                    "decade",
                ],
                name="entry_totals",
            ),
        ),
        migrations.AddIndex(
            model_name="registerentry",
            index=models.Index(
                fields=["workspace", "instrument", "since_day", "grade", "begins"],
                name="entry_signings",
            ),
        ),
    ]
