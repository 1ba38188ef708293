"""Check the format of values that pages send. The actions check the rules for these values later."""
