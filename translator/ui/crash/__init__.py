"""The report that is offered after the program ended unexpectedly."""
