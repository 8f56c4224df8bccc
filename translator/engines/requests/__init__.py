"""How a request is laid out for what an endpoint and a model accept, and how that is learned."""
