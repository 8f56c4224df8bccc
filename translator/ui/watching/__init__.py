"""What is copied in other programs: translated as it comes, or when it is copied twice."""
