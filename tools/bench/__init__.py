"""A large register made up from real places, and how long its pages take."""
