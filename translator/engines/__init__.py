"""Who translates: adapters of the Engine port."""
