"""A network of cities as files that other programs read."""
