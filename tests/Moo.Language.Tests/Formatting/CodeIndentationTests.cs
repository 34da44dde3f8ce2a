using Moo.Language.Formatting;

namespace Moo.Language.Tests.Formatting;

public sealed class CodeIndentationTests
{
    [Fact]
    public void Lines_are_indented_by_their_nesting()
    {
        const string program = """
                // a comment
            if (x)
              // about y
            y = 1;
                else
            for i in [1..3]
            while loop (i)
             break;
            endwhile
            endfor
            endif
            try
            fork (1)
            z = 2;
            endfork
            except e (ANY)
            z = {1,
                 2};
            finally

            begin
            let a = 1;
            end
            endtry
            f = fn (x)
            return x;
            endfn;
            fn twice(n)
            return n * 2;
            endfn
            end = 5;
            /* a long
                  comment */
            return end;
            """;
        const string expected = """
            // a comment
            if (x)
              // about y
              y = 1;
            else
              for i in [1..3]
                while loop (i)
                  break;
                endwhile
              endfor
            endif
            try
              fork (1)
                z = 2;
              endfork
            except e (ANY)
              z = {1,
                   2};
            finally

              begin
                let a = 1;
              end
            endtry
            f = fn (x)
              return x;
            endfn;
            fn twice(n)
              return n * 2;
            endfn
            end = 5;
            /* a long
                  comment */
            return end;
            """;

        Assert.Equal(expected, CodeIndentation.Apply(program));
        Assert.Equal(expected, CodeIndentation.Apply(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("return 1;")]
    [InlineData("if (x) return 1; endif")]
    [InlineData("x = {1, 2,\n     3};\nreturn x;")]
    [InlineData("if (x)\n  if (y) z(); endif\nendif")]
    public void What_is_in_order_stays(string program)
    {
        Assert.Equal(program, CodeIndentation.Apply(program));
    }

    [Fact]
    public void What_cannot_be_parsed_has_no_nesting()
    {
        Assert.Null(CodeIndentation.Apply("if (x)"));
    }
}
