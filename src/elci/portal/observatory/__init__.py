"""What the pages of the observatory show, made ready for their templates."""
