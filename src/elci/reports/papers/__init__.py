"""The official papers of a consent procedure, composed from facts; nothing here knows Django.

The papers are in Turkish, whatever the reader's language: they go to Turkish authorities.
Letters to partners abroad are in Turkish or in English.
"""
