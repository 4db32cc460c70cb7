// A plan has tasks of its own.
global using Task = System.Threading.Tasks.Task;
