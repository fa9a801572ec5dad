"""How: whether one met, called, wrote or saw each other on a screen; better unknown than wrong."""
