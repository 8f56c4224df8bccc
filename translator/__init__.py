"""Translator: a desktop translator that uses the user's own key. docs/architecture.md says where things live."""

__version__ = "0.1.0"

APPLICATION_ID = "io.github.translator_desktop.Translator"
"""Desktop file, metainfo, portal and keyring know the application by this name."""

DIRECTORY_NAME = "translator"
"""The name of its folders under the user's configuration, data and state."""
