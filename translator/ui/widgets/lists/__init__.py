"""Lists, and what stands in the place of an empty one."""
