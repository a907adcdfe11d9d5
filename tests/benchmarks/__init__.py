"""Speed at full size: ``make soak`` runs it and rewrites SOAK.md; ``make bench`` runs the small part."""
