"""What is known by name: data files and a small loader for each. Nothing is read before it is asked for."""
