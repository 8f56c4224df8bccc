"""What is seldom set of a service."""
