"""From a table as it was read to rows a person can trust.

Read text copied out of a document with `pasted.read_pasted`, or take the tables of a reader of
files; ask `columns.recognise_columns` what each column holds; then `rows.extract_rows`.
"""
