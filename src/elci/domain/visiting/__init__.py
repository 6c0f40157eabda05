"""Visits and what was promised at them: dates, order of precedence, money, fates, retention."""
