using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>Spells out in ASCII what a client's character set lacks: é as e, “ as ", ж as zh.</summary>
internal static class Transliteration
{
    /// <summary>The most characters that stand for one.</summary>
    public const int LongestSpelling = 4;

    // A character and what stands for it, separated by blanks. The framework's own decomposition does nothing without
    // ICU.
    private const string Pairs =
        "ÀA ÁA ÂA ÃA ÄA ÅA ÆAE ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÐD ÑN ÒO ÓO ÔO ÕO ÖO ×x ØO ÙU ÚU ÛU ÜU ÝY ÞTh ßss " +
        "àa áa âa ãa äa åa æae çc èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öo ÷/ øo ùu úu ûu üu ýy þth ÿy " +
        "ĀA āa ĂA ăa ĄA ąa ĆC ćc ĈC ĉc ĊC ċc ČC čc ĎD ďd ĐD đd ĒE ēe ĔE ĕe ĖE ėe ĘE ęe ĚE ěe ĜG ĝg ĞG ğg ĠG ġg " +
        "ĢG ģg ĤH ĥh ĦH ħh ĨI ĩi ĪI īi ĬI ĭi ĮI įi İI ıi ĲIJ ĳij ĴJ ĵj ĶK ķk ĸk ĹL ĺl ĻL ļl ĽL ľl ĿL ŀl ŁL łl " +
        "ŃN ńn ŅN ņn ŇN ňn ŉn ŊN ŋn ŌO ōo ŎO ŏo ŐO őo ŒOE œoe ŔR ŕr ŖR ŗr ŘR řr ŚS śs ŜS ŝs ŞS şs ŠS šs ŢT ţt " +
        "ŤT ťt ŦT ŧt ŨU ũu ŪU ūu ŬU ŭu ŮU ůu ŰU űu ŲU ųu ŴW ŵw ŶY ŷy ŸY ŹZ źz ŻZ żz ŽZ žz ſs ȘS șs ȚT țt ƒf ẞSS " +
        "АA БB ВV ГG ДD ЕE ЁYo ЖZh ЗZ ИI ЙJ КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKh ЦTs ЧCh ШSh ЩShch Ъ\" ЫY Ь' ЭE ЮYu " +
        "ЯYa аa бb вv гg дd еe ёyo жzh зz иi йj кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ\" ыy ь' эe " +
        "юyu яya ЄYe єye ІI іi ЇYi їyi ҐG ґg ЎU ўu " +
        "ΑA ΒB ΓG ΔD ΕE ΖZ ΗI ΘTh ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦF ΧCh ΨPs ΩO αa βb γg δd εe ζz ηi θth ιi κk " +
        "λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo " +
        "‘' ’' ‚, ‛' “\" ”\" „\" ‟\" ‹< ›> «<< »>> ‐- ‑- ‒- –- —-- ―-- −- …... •* ·. ∙. ‣> ′' ″\" ‰%o ⁄/ " +
        "¡! ¢c £GBP ¤$ ¥JPY ¦| §S ©(c) ªa ¬! ®(R) ¯- °o ±+/- ²2 ³3 ´' µu ¶P ¸, ¹1 ºo ¼1/4 ½1/2 ¾3/4 ¿? €EUR ₧Pts " +
        "№No ™(TM) ←<- ↑^ →-> ↓v ↔<-> ≈~ ≠!= ≤<= ≥>= ∞inf √v ⁿn ✓v ✔v ✗x ✘x ★* ☆* ♥<3 ♪~ " +
        "─- ━- │| ┃| ┌+ ┍+ ┎+ ┏+ ┐+ ┑+ ┒+ ┓+ └+ ┕+ ┖+ ┗+ ┘+ ┙+ ┚+ ┛+ ├+ ┝+ ┣+ ┤+ ┥+ ┫+ ┬+ ┯+ ┳+ ┴+ ┷+ ┻+ ┼+ ┿+ ╋+ " +
        "═= ║| ╒+ ╓+ ╔+ ╕+ ╖+ ╗+ ╘+ ╙+ ╚+ ╛+ ╜+ ╝+ ╞+ ╟+ ╠+ ╡+ ╢+ ╣+ ╤+ ╥+ ╦+ ╧+ ╨+ ╩+ ╪+ ╫+ ╬+ ╭+ ╮+ ╯+ ╰+ " +
        "▀# ▄# █# ▌# ▐# ░. ▒: ▓# ■# □# ▪# ▲^ ▼v ◆* ○o ●*";

    private static readonly FrozenDictionary<char, string> Spelling =
        Pairs.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1..]);

    /// <summary>What to write for a character; empty for a mark or a control that is best left out.</summary>
    public static string Spell(Rune character)
    {
        if (character.IsBmp && Spelling.TryGetValue((char)character.Value, out var spelling))
            return spelling;
        return Rune.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => " ",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
            UnicodeCategory.Format or UnicodeCategory.Control => "",
            UnicodeCategory.DashPunctuation => "-",
            _ => "?",
        };
    }
}
