using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Moo.Daemon.Monitoring;

/// <summary>The figures as .NET's own instruments: for <c>dotnet-counters</c>, and sent to a collector (OTLP) if one is named.</summary>
internal sealed class MooMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Moo";

    private readonly Meter _meter = new(Name);
    private readonly MeterProvider? _sending;

    /// <summary>Makes the instruments.</summary>
    /// <param name="figures">What they read.</param>
    /// <param name="collector">Where to send them every minute, by HTTP: <c>http://host:4318/v1/metrics</c>; null for nowhere.</param>
    public MooMeter(Figures figures, Uri? collector)
    {
        foreach (var figure in figures.All)
        {
            if (figure.IsCounter) _meter.CreateObservableCounter(figure.Name, () => Measure(figure), unit: null, figure.Meaning);
            else _meter.CreateObservableGauge(figure.Name, () => Measure(figure), unit: null, figure.Meaning);
        }
        foreach (var (name, meaning, times) in figures.Times)
        {
            _meter.CreateObservableCounter(name + "_sum", () => times.Sum.TotalSeconds, "s", meaning + ", all together");
            _meter.CreateObservableCounter(name + "_count", () => times.Counts.Sum(), unit: null, meaning + ": how many");
        }
        if (collector is null) return;
        _sending = Sdk.CreateMeterProviderBuilder().ConfigureResource(resource => resource.AddService("moo")).AddMeter(Name)
            .AddOtlpExporter(exporter => (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, collector)).Build();
    }

    private static IEnumerable<Measurement<double>> Measure(Figure figure) => figure.Read().Where(read => !double.IsNaN(read.Value))
        .Select(read => read.Kind is null ? new Measurement<double>(read.Value) : new Measurement<double>(read.Value, new KeyValuePair<string, object?>(figure.Label!, read.Kind)));

    /// <summary>Sends what there is to send, and ends.</summary>
    public void Dispose()
    {
        _sending?.Dispose();
        _meter.Dispose();
    }
}
