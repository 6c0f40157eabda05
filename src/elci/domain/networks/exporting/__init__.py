"""A network as files that other programs read; each says of which day and which rows it is."""
