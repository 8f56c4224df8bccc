"""Holds an engine to the limits of its service."""
