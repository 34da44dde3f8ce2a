using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>A core as a directory of definition files: reading one, checking it, writing one.</summary>
public static class CoreDirectory
{
    private const string ConstantsFile = "constants.moo";

    /// <summary>Reads a directory into a snapshot for <see cref="World.Populate"/>.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="problems">Takes everything that is wrong, in all files.</param>
    /// <returns>The world and its highest stamp; null if there are errors.</returns>
    public static (Snapshot Snapshot, long LastStamp)? Read(string directory, List<DefinitionProblem> problems) =>
        ReadBoth(directory, problems).Core;

    /// <summary>Reads a directory: what its files say, and the world that they make, if they make one.</summary>
    internal static (List<ObjectDefinition> Definitions, (Snapshot Snapshot, long LastStamp)? Core) ReadBoth(string directory, List<DefinitionProblem> problems)
    {
        var definitions = Definitions(directory, problems);
        var builder = new SnapshotBuilder();
        DefinitionAssembly.Assemble(definitions, builder, problems);
        return (definitions, problems.Exists(p => !p.IsWarning) ? null : (builder.Build(), builder.LastStamp));
    }

    /// <summary>The core directory that a file lies in: the nearest folder above it with a <c>constants.moo</c>; null if there is none.</summary>
    internal static string? RootOf(string file)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, ConstantsFile))) return folder;
        return null;
    }

    /// <summary>The objects that a directory's files, or one file, describe.</summary>
    internal static List<ObjectDefinition> Definitions(string path, List<DefinitionProblem> problems)
    {
        var definitions = new List<ObjectDefinition>();
        var constants = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, name) in Files(path, problems))
        {
            var source = File.ReadAllText(file).ReplaceLineEndings("\n");
            definitions.AddRange(DefinitionReader.Read(source, name, constants, include => Include(path, file, include), problems));
        }
        return definitions;
    }

    // constants.moo first, then every file in the order of its path.
    internal static IEnumerable<(string File, string Name)> Files(string path, List<DefinitionProblem> problems)
    {
        if (File.Exists(path)) return [(path, path)];
        if (!Directory.Exists(path))
        {
            problems.Add(new DefinitionProblem(new SourcePlace(path, 1, 1), "there is no such directory"));
            return [];
        }
        var files = Directory.EnumerateFiles(path, "*.moo", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Name == ConstantsFile ? 0 : 1).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
        if (files.Count == 0) problems.Add(new DefinitionProblem(new SourcePlace(path, 1, 1), "there are no *.moo files in this directory"));
        return files;
    }

    internal static string? Include(string root, string file, string include)
    {
        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, include));
        var inside = Path.GetFullPath(Directory.Exists(root) ? root : Path.GetDirectoryName(root)!) + Path.DirectorySeparatorChar;
        return target.StartsWith(inside, StringComparison.Ordinal) && File.Exists(target) ? target : null;
    }

    /// <summary>Writes a world as a directory: <c>constants.moo</c>, and a file for each object.</summary>
    /// <param name="snapshot">The world.</param>
    /// <param name="directory">The directory; made if need be, its other contents stay.</param>
    /// <returns>The number of objects.</returns>
    public static int Write(Snapshot snapshot, string directory)
    {
        var names = new DefinitionNames(snapshot);
        Directory.CreateDirectory(directory);
        var constants = string.Concat(names.Constants.Select(constant => $"define {constant.Name} = {constant.Id};\n"));
        File.WriteAllText(Path.Combine(directory, ConstantsFile), constants);
        var count = 0;
        foreach (var state in snapshot.All().Concat(snapshot.AllHidden()))
        {
            var file = Path.Combine([directory, .. FileOf(state)]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, DefinitionWriter.Write(state, names));
            count++;
        }
        return count;
    }

    private static IEnumerable<string> FileOf(ObjectState state)
    {
        if (HiddenIds.IsHidden(state.Id)) return ["hidden", $"{(state.IsWaif ? "waif" : "anonymous")}_{HiddenIds.ToIndex(state.Id)}.moo"];
        var id = DefinitionNames.StableName(state);
        if (id is null || !DefinitionNames.IsSafe(id) || id.Equals("constants", StringComparison.OrdinalIgnoreCase)) return [$"object_{state.Id.Number}.moo"];
        return [.. DefinitionNames.Folders(state), id + ".moo"];
    }
}
