"""Makes the tables of the world's ties and countries from their sources."""
