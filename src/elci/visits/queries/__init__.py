"""Visits, the people in them and promises, through given eyes."""
