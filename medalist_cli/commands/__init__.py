"""The commands, one file each; the folder is the menu."""
