"""Each patch of the emulator, and that stock moto fails the same check."""
