// Each class starts whole platforms and some measure time: one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
