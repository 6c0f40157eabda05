"""The field itself: values and rules, without Django, HTTP or a database."""
