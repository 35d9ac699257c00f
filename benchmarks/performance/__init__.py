"""How fast a build is, where its time goes, how it grows, and what answers at a million rows."""
