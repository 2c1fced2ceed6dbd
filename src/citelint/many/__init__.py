"""Many files: shared out over processes or a cluster, and not checked again where nothing has changed.

A `Task` is the bytes of one file and its settings, and what comes of it is an `Outcome`. Who carries tasks out is a
crew: this process (`task.Here`), some of this machine (`processes.Processes`), or the workers of a cluster
(`cluster.Cluster`). What is sent back and what the cache keeps is one and the same, a packed result: positions in the
file, and none of its words.
"""
