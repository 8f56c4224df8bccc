"""Which language the program speaks: what is offered, what the system wishes, what the user has chosen."""
