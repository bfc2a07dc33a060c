"""What a run costs: beside a bare copy, with nothing to do, in two processes, in memory."""
