"""What the program and the desktop around it say to each other: plain values, which both sides know. No Qt."""
