"""HER: labels set by hereinafter."""
