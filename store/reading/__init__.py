"""From what is written in a folder to records that are checked one by one."""
