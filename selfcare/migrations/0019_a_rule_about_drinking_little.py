from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    """Sets that were signed before knew nothing of this rule: there it stays empty. New ones begin with 50 percent."""

    dependencies = [("selfcare", "0018_rules_that_were_put_off")]

    operations = [
        migrations.AddField(
            model_name="ruleset",
            name="fluid_percent",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="ruleset",
            name="fluid_percent",
            field=models.PositiveSmallIntegerField(
                "drunk on a day with sickness or loose stools, under how many percent of the aim",
                blank=True,
                default=50,
                help_text=(
                    "Empty: this rule does not run. It looks at days that are over, of people who write drinks down."
                ),
                null=True,
                validators=[MinValueValidator(10), MaxValueValidator(90)],
            ),
        ),
        migrations.AlterField(
            model_name="ruleset",
            name="pain_from",
            field=models.PositiveSmallIntegerField(
                "worst pain from",
                default=7,
                help_text="The highest number of the day, that of a single place too.",
                validators=[MinValueValidator(1), MaxValueValidator(10)],
            ),
        ),
    ]
