"""The commands: plain asyncio, without Qt."""
