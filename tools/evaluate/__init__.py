"""What is measured of lists and names, one set of figures a module."""
