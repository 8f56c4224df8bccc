"""Builds engine, stores and use cases from the settings. No Qt."""
