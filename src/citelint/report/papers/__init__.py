"""What is told of many papers together."""
