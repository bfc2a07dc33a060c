"""What each verb of the command line does: call, print, exit code."""
