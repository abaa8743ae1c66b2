"""Pictures of the real app, and the texts that the tests compare whole screens with."""
