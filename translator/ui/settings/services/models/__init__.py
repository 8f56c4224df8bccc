"""What a service offers."""
