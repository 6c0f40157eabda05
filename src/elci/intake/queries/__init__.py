"""What was handed in, what it was understood to be, and how it stands to the register."""
