
object #130
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = PLAZA;
  override source = ARRIVAL;
endobject

object #131
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = ARRIVAL;
  override source = PLAZA;
endobject

object #132
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = LIBRARY;
  override source = PLAZA;
endobject

object #133
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = PLAZA;
  override source = LIBRARY;
endobject
