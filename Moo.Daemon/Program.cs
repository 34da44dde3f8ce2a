Console.WriteLine("moo");
