"""What languages are: tags, names, direction, detection. Imports nothing but itself."""
