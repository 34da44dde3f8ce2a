using Moo.Store.Journal;

namespace Moo.Store.Tests.Journal;

public sealed class StoreAddressTests
{
    [Theory]
    [InlineData(null, "SQLite file /data/moo.db"), InlineData("  ", "SQLite file /data/moo.db")]
    [InlineData("sqlite:other.db", "SQLite file /data/other.db"), InlineData("sqlite:/var/lib/moo/w.db", "SQLite file /var/lib/moo/w.db")]
    [InlineData("Data Source=w.db", "SQLite file /data/w.db"), InlineData("data source=/w.db;Cache=Private", "SQLite file /w.db")]
    [InlineData("Host=db;Username=moo;Password=secret;Database=world", "PostgreSQL database world on db:5432")]
    [InlineData("server=/run/postgresql;username=moo", "PostgreSQL database moo on /run/postgresql:5432")]
    [InlineData("postgres://moo:s%3Acret@db.example.org:6543/world?sslmode=verify-full&application_name=my-moo", "PostgreSQL database world on db.example.org:6543")]
    [InlineData("postgresql://moo@localhost/world", "PostgreSQL database world on localhost:5432")]
    [InlineData("postgres://moo@/world?host=/run/postgresql", "PostgreSQL database world on /run/postgresql:5432")]
    [InlineData("postgres://[::1]:99/world", "PostgreSQL database world on ::1:99"), InlineData("postgres://me@host", "PostgreSQL database me on host:5432")]
    public void What_a_store_may_be_called(string? text, string place)
    {
        var address = StoreAddress.Parse(text, "/data");
        using var journal = address.CreateJournal();

        Assert.Equal(place, journal.Place);
        Assert.Equal(place.StartsWith("PostgreSQL", StringComparison.Ordinal), address.IsPostgreSql);
    }

    [Theory]
    [InlineData("world.db"), InlineData("mysql://host/db"), InlineData("Host=db;Nonsense=1;Password=secret"), InlineData("Data Source=x;Nonsense=1")]
    [InlineData("postgres://host:port/db"), InlineData("postgres://moo@host/db?sslmode"), InlineData("postgres://moo@host/db?sslmode=perhaps")]
    public void Anything_else_is_refused_with_the_forms_there_are(string text)
    {
        var problem = Assert.Throws<FormatException>(() => StoreAddress.Parse(text, "/data"));

        Assert.Contains("sqlite:FILE", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }
}
