"""Languages, tools and Translate, above the panes."""
