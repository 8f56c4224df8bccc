"""What one does with the texts: replaced as one step and brought back, brought in, taken out, changed by hand."""
