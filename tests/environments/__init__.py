"""What a reader meets outside the tests of single modules: a browser, faults, other machines."""
