"""Speed, memory, start-up time and install size, side by side with peers."""
