"""What follows from claims: values, rivals, life cycles, tenures, encounters, what was known."""
