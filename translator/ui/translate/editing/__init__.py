"""What one does with the texts as a whole: replaced as one step and brought back, brought in, taken out."""
