// Flyweights. mooR, "Flyweights".

typeof(<#1>) == TYPE_FLYWEIGHT
  => 1
<#1>
  => <#1>
<#1, .name = "sword", .power = 10, {"edge"}>
  => <#1, .name = "sword", .power = 10, {"edge"}>
<#1, {1, 2}>
  => <#1, {1, 2}>
<#1, .name = "sword", .power = 10>.name
  => "sword"
<#1, .name = "sword">.NAME
  => "sword"
<#1>.delegate
  => #1
<#1>.nosuchslot
  !> E_PROPNF
// The delegate's properties are not the flyweight's
<#1>.owner
  !> E_PROPNF
;;
f = <#1, .weight = 5>;
f.weight = 10;
  !> E_TYPE
;;
weight = 2;
return <#1, .weight = weight * 3, {@{1, 2}, 3}>;
  => <#1, .weight = 6, {1, 2, 3}>
<5>
  !> E_TYPE
<#1, .a = 1> == <#1, .a = 1>
  => 1
<#1, .a = 1> == <#1, .a = 2>
  => 0
<#1> == <#2>
  => 0
<#1> == #1
  => 0
!!<#1>
  => 1
<#1>:nosuchverb()
  !> E_VERBNF
{<#1>, <#2>}
  => {<#1>, <#2>}
<#1, .inner = <#2, {1}>>
  => <#1, .inner = <#2, {1}>>
(<#1, .a = 1>).a < 2
  => 1

// flyslots, flycontents
flyslots(<#1, .name = "sword", .power = 10>)
  => ['name -> "sword", 'power -> 10]
flyslots(<#1>)
  => []
flycontents(<#1, .name = "x", {"edge", "balanced"}>)
  => {"edge", "balanced"}
flycontents(<#1>)
  => {}
flyslots(5)
  !> E_TYPE
flycontents([])
  !> E_TYPE

// flyslotset, flyslotremove
flyslotset(<#1, .name = "sword">, 'name, "blade")
  => <#1, .name = "blade">
flyslotset(<#1, .name = "sword", {1}>, 'weight, 3)
  => <#1, .name = "sword", .weight = 3, {1}>
flyslotset(<#1>, "weight", 3)
  => <#1, .weight = 3>
flyslotset(<#1>, 5, 3)
  !> E_TYPE
;;
f = <#1, .name = "sword">;
g = flyslotset(f, 'name, "blade");
return {f.name, g.name};
  => {"sword", "blade"}
flyslotremove(<#1, .name = "sword", .weight = 3>, 'weight)
  => <#1, .name = "sword">
flyslotremove(<#1, .name = "sword">, 'missing)
  => <#1, .name = "sword">
flyslotremove(<#1>, 5)
  !> E_TYPE

// toflyweight, flycontentsset
toflyweight(#1)
  => <#1>
toflyweight(#1, ['name -> "blade"])
  => <#1, .name = "blade">
toflyweight(#1, ["name" -> "blade"], {"edge"})
  => <#1, .name = "blade", {"edge"}>
toflyweight(#1, [5 -> "blade"])
  !> E_TYPE
toflyweight(5)
  !> E_TYPE
toflyweight(#1, {})
  !> E_TYPE
flycontentsset(<#1, .a = 1, {1, 2}>, {3})
  => <#1, .a = 1, {3}>
flycontentsset(<#1, {1}>, {})
  => <#1>
