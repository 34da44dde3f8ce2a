using Moo.Protocols.Msp;

namespace Moo.Protocols.Tests.Msp;

public class MspTests
{
    [Fact]
    public void A_sound_is_written_as_a_trigger() =>
        Assert.Equal("!!SOUND(boom.wav V=50 L=2 P=90 T=combat U=https://example.com/s/)",
            MspTrigger.Sound("boom.wav", 50, 2, 90, "combat", "https://example.com/s/"));

    [Fact]
    public void Music_is_written_as_a_trigger() =>
        Assert.Equal("!!MUSIC(song.mid V=100 L=-1 C=1)", MspTrigger.Music("song.mid", repeats: -1));

    [Fact]
    public void Numbers_are_kept_in_range_and_words_cannot_end_the_trigger() =>
        Assert.Equal("!!SOUND(a.wav!!SOUNDb V=100 L=-1 P=0)", MspTrigger.Sound("a.wav) !!SOUND(b\n", 300, -7, -1));
}
