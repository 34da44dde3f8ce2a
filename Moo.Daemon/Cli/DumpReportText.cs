using System.Globalization;
using Moo.Store.Textdump;

namespace Moo.Daemon.Cli;

/// <summary>Writes an import's report for people: counts, then each thing that did not come over as it was.</summary>
internal static class DumpReportText
{
    public static void Write(DumpReport report, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
              format      {report.Version}
              objects     {report.Objects}
              players     {report.Players}
              properties  {report.Properties} defined, {report.Values} values
              verbs       {report.Verbs}, {report.Programs} with programs
              tasks       {report.Tasks}
            """));
        if (report.Anonymous > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  anonymous   {report.Anonymous} objects"));
        if (report.Waifs > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  waifs       {report.Waifs}"));
        if (report.Latin1Texts > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  latin-1     {report.Latin1Texts} texts that were no UTF-8"));
        foreach (var note in report.Notes) output.WriteLine("  " + note);
        if (report.NoteCount > report.Notes.Count) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {report.NoteCount - report.Notes.Count} more"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {report.Lost} lost, {report.NoteCount - report.Lost} changed"));
    }
}
