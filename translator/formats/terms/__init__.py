"""Glossaries in files: CSV, TSV and TBX-Basic."""
