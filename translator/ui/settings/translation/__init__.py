"""How texts are translated, whatever the service, and how translations are to sound."""
