"""Tables of strangers, read into parties and acts. Import from the modules."""
