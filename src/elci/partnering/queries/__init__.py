"""Shortlists, the board and requests from abroad, through given eyes."""
