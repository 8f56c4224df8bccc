"""What the network, the SDK and services report, as our own errors."""
