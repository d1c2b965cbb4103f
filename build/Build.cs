System.Console.WriteLine("hi " + string.Join(",", args));
