"""Pictures of the screens, by whatever means the desktop allows."""
