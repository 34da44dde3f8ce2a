object MATRIX_UTILS [
  import_export_id -> "matrix_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "matrix utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"matrix_utils"};
  override description = "Verbs for vectors, which are lists of numbers, and matrices, which are lists of vectors of one length.";

  method "vector_add vector_sub vector_mul vector_div" owner: HACKER
    // :vector_add(v, w, …), :vector_sub, :vector_mul, :vector_div => the vector of the sums, differences, products or quotients; what a shorter one lacks counts as zero
    {out, @rest} = args;
    for other in (rest)
      for x, i in (other)
        i > length(out) && (out = {@out, typeof(x) == FLOAT ? 0.0 | 0});
        out[i] = this:_calculate(verb[8..$], out[i], x);
      endfor
    endfor
    return out;
  endmethod

  method _calculate owner: HACKER
    // :_calculate("add", "sub", "mul" or "div", x, y)
    {how, x, y} = args;
    how == "add" && return x + y;
    how == "sub" && return x - y;
    how == "mul" && return x * y;
    return x / y;
  endmethod

  method "matrix_add matrix_sub" owner: HACKER
    // :matrix_add(m, n, …), :matrix_sub => the matrix of the sums or differences
    {out, @rest} = args;
    for other in (rest)
      for row, i in (other)
        out[i] = this:("vector_" + verb[8..$])(out[i], row);
      endfor
    endfor
    return out;
  endmethod

  method "scalar_vector_add scalar_vector_sub scalar_vector_mul scalar_vector_div" owner: HACKER
    // :scalar_vector_add(number, v), … => each element of the vector plus, minus, times or divided by the number; the arguments may change places
    {a, b} = args;
    {vector, number} = typeof(a) == LIST ? {a, b} | {b, a};
    return {this:_calculate(verb[15..$], x, number) for x in (vector)};
  endmethod

  method "scalar_matrix_add scalar_matrix_sub scalar_matrix_mul scalar_matrix_div" owner: HACKER
    // :scalar_matrix_mul(number, m), … => the same for each element of a matrix
    {a, b} = args;
    {matrix, number} = typeof(a) == LIST ? {a, b} | {b, a};
    return {{this:_calculate(verb[15..$], x, number) for x in (row)} for row in (matrix)};
  endmethod

  method transpose owner: HACKER
    // :transpose(m) => the matrix with rows and columns exchanged
    {m} = args;
    return m ? {{row[i] for row in (m)} for i in [1..length(m[1])]} | {};
  endmethod

  method column owner: HACKER
    // :column(m, n) => the nth column of the matrix, as a vector
    {m, n} = args;
    return {row[n] for row in (m)};
  endmethod

  method matrix_mul owner: HACKER
    // :matrix_mul(m, n) => the product of two matrices; E_INVARG if their sizes do not fit
    {m, n} = args;
    m && n && length(m[1]) == length(n) || return E_INVARG;
    columns = this:transpose(n);
    return {{this:dot_prod(row, column) for column in (columns)} for row in (m)};
  endmethod

  method "dot_prod inner_prod scalar_prod" owner: HACKER
    // :dot_prod(v, w) => the sum of the products of their elements
    {v, w} = args;
    length(v) == length(w) || return E_INVARG;
    total = v && typeof(v[1]) == FLOAT ? 0.0 | 0;
    for x, i in (v)
      total = total + x * w[i];
    endfor
    return total;
  endmethod

  method "cross_prod outer_prod vector_prod" owner: HACKER
    // :cross_prod(v, w) => the vector at right angles to both, of three elements each
    {v, w} = args;
    length(v) == 3 && length(w) == 3 || return E_INVARG;
    return {v[2] * w[3] - v[3] * w[2], v[3] * w[1] - v[1] * w[3], v[1] * w[2] - v[2] * w[1]};
  endmethod

  method "norm length" owner: HACKER
    // :norm(v) => how long the vector is
    return $math_utils:norm(@args[1]);
  endmethod

  method subtended_angle owner: HACKER
    // :subtended_angle(v, w) => the angle between two vectors, in radians
    {v, w} = args;
    cosine = tofloat(this:dot_prod(v, w)) / (this:norm(v) * this:norm(w));
    return acos(max(-1.0, min(1.0, cosine)));
  endmethod

  method submatrix owner: HACKER
    // :submatrix(i, j, m) => the matrix without its ith row and jth column
    {i, j, m} = args;
    return {listdelete(row, j) for row in (listdelete(m, i))};
  endmethod

  method determinant owner: HACKER
    // :determinant(m) => the determinant of a square matrix
    {m} = args;
    this:is_square(m) || return E_INVARG;
    length(m) == 1 && return m[1][1];
    length(m) == 2 && return m[1][1] * m[2][2] - m[1][2] * m[2][1];
    total = typeof(m[1][1]) == FLOAT ? 0.0 | 0;
    for x, j in (m[1])
      if (x)
        part = x * this:determinant(this:submatrix(1, j, m));
        total = j % 2 ? total + part | total - part;
      endif
    endfor
    return total;
  endmethod

  method inverse owner: HACKER
    // :inverse(m) => the matrix of floats that multiplied by it gives the identity; E_DIV if there is none
    {m} = args;
    this:is_square(m) || return E_INVARG;
    size = length(m);
    left = {{tofloat(x) for x in (row)} for row in (m)};
    right = {{tofloat(x) for x in (row)} for row in (this:identity(size))};
    for k in [1..size]
      // the row with the largest number in this column comes first, for exactness
      best = k;
      for i in [k..size]
        abs(left[i][k]) > abs(left[best][k]) && (best = i);
      endfor
      left[best][k] == 0.0 && return E_DIV;
      left = $list_utils:swap_elements(left, k, best);
      right = $list_utils:swap_elements(right, k, best);
      pivot = left[k][k];
      left[k] = {x / pivot for x in (left[k])};
      right[k] = {x / pivot for x in (right[k])};
      for i in [1..size]
        factor = left[i][k];
        if (i != k && factor != 0.0)
          left[i] = {left[i][j] - factor * left[k][j] for j in [1..size]};
          right[i] = {right[i][j] - factor * right[k][j] for j in [1..size]};
        endif
      endfor
    endfor
    return right;
  endmethod

  method identity owner: HACKER
    // :identity(size) => the square matrix with ones in its diagonal and zeros elsewhere
    {n} = args;
    return {{i == j ? 1 | 0 for j in [1..n]} for i in [1..n]};
  endmethod

  method null owner: HACKER
    // :null(size) => the square matrix of zeros
    {n} = args;
    return {{0 for j in [1..n]} for i in [1..n]};
  endmethod

  method "dimension dimensions" owner: HACKER
    // :dimensions(m) => {how many rows, how many elements in each, …}
    {m} = args;
    return typeof(m) == LIST ? {length(m), @m ? this:dimensions(m[1]) | {}} | {};
  endmethod

  method order owner: HACKER
    // :order(m) => how many dimensions it has: 1 for a vector, 2 for a matrix
    return length(this:dimensions(args[1]));
  endmethod

  method is_vector owner: HACKER
    // :is_vector(value) => whether it is a list of numbers
    {v} = args;
    return typeof(v) == LIST && all(@{typeof(x) in {INT, FLOAT} for x in (v)}) && true || false;
  endmethod

  method is_matrix owner: HACKER
    // :is_matrix(value) => whether it is a list of vectors of one length
    {m} = args;
    typeof(m) == LIST && m || return false;
    for row in (m)
      this:is_vector(row) && length(row) == length(m[1]) || return false;
    endfor
    return true;
  endmethod

  method is_square owner: HACKER
    // :is_square(m) => whether it has as many rows as columns
    {m} = args;
    return this:is_matrix(m) && length(m) == length(m[1]);
  endmethod

  method "is_null is_identity" owner: HACKER
    // :is_null(m), :is_identity(m) => whether all is zero, or it is the identity
    {m} = args;
    return this:is_square(m) && m == this:(verb[4..$])(length(m));
  endmethod

  method "is_reflexive is_areflexive" owner: HACKER
    // :is_reflexive(m) => for a relation given as ones and zeros: 1 if each is related to itself, -1 if none is, else 0; :is_areflexive the other way round
    {m} = args;
    own = {m[i][i] ? 1 | 0 for i in [1..length(m)]};
    return this:_result(1 in own, 0 in own, verb);
  endmethod

  method "is_symmetric is_asymmetric" owner: HACKER
    // :is_symmetric(m) => 1 if the relation always goes both ways, -1 if it never does between two, else 0; :is_asymmetric the other way round
    {m} = args;
    yes = no = 0;
    for i in [1..length(m)]
      for j in [1..length(m)]
        if (i != j && m[i][j])
          m[j][i] ? yes = 1 | (no = 1);
        endif
      endfor
    endfor
    return this:_result(yes || !no, no, verb);
  endmethod

  method "is_transitive is_atransitive" owner: HACKER
    // :is_transitive(m) => 1 if what is related to something related is always related, too, -1 if it never is, else 0; :is_atransitive the other way round
    {m} = args;
    yes = no = 0;
    for i in [1..length(m)]
      for j in [1..length(m)]
        for k in [1..m[i][j] ? length(m) | 0]
          if (m[j][k])
            m[i][k] ? yes = 1 | (no = 1);
          endif
        endfor
      endfor
    endfor
    return this:_result(yes || !no, no, verb);
  endmethod

  method _result owner: HACKER
    // :_result(some do, some do not, verb) => 1, -1 or 0, turned around for a verb that begins with is_a
    {yes, no, name} = args;
    result = yes && !no ? 1 | (no && !yes ? -1 | 0);
    return name[4] == "a" ? -result | result;
  endmethod

  method is_partial_ordering owner: HACKER
    // :is_partial_ordering(m) => whether the relation is reflexive, asymmetric and transitive
    {m} = args;
    return this:is_reflexive(m) == 1 && this:is_asymmetric(m) == 1 && this:is_transitive(m) == 1;
  endmethod

  method test_vectors owner: HACKER
    $test:equal(this:vector_add({1, 2}, {3, 4}, {5, 6}), {9, 12});
    $test:equal(this:vector_sub({1, 2}, {3, 4}), {-2, -2});
    $test:equal(this:vector_mul({1, 2}, {3, 4, 5}), {3, 8, 0});
    $test:equal(this:vector_div({6, 8}, {3, 4}), {2, 2});
    $test:equal(this:scalar_vector_mul(2, {1, 2}), {2, 4});
    $test:equal(this:scalar_vector_sub({3, 2}, 1), {2, 1});
    $test:equal(this:dot_prod({1, 2, 3}, {4, 5, 6}), 32);
    $test:equal(this:cross_prod({1, 0, 0}, {0, 1, 0}), {0, 0, 1});
    $test:equal(this:norm({3, 4}), 5.0);
    $test:true(abs(this:subtended_angle({1, 0}, {0, 1}) - $math_utils.pi / 2.0) < 0.000001);
    $test:true(this:is_vector({1, 2.0}));
    $test:false(this:is_vector({1, "a"}));
  endmethod

  method test_matrices owner: HACKER
    m = {{1, 2}, {3, 4}};
    $test:equal(this:transpose({{1, 2, 3}, {4, 5, 6}}), {{1, 4}, {2, 5}, {3, 6}});
    $test:equal(this:matrix_mul(m, this:identity(2)), m);
    $test:equal(this:matrix_mul(m, {{0, 1}, {1, 0}}), {{2, 1}, {4, 3}});
    $test:equal(this:matrix_mul(m, {{1, 2}}), E_INVARG);
    $test:equal(this:matrix_add(m, m), this:scalar_matrix_mul(2, m));
    $test:equal(this:matrix_sub(m, m), this:null(2));
    $test:equal(this:determinant(m), -2);
    $test:equal(this:determinant({{2, 0, 0}, {0, 3, 0}, {0, 0, 4}}), 24);
    $test:equal(this:inverse({{2, 0}, {0, 4}}), {{0.5, 0.0}, {0.0, 0.25}});
    $test:equal(this:inverse({{1, 1}, {1, 1}}), E_DIV);
    $test:equal(this:submatrix(1, 2, m), {{3}});
    $test:equal(this:column(m, 2), {2, 4});
    $test:equal(this:dimensions(m), {2, 2});
    $test:equal(this:order({1, 2}), 1);
    $test:true(this:is_square(m));
    $test:true(this:is_identity(this:identity(3)));
    $test:true(this:is_null(this:null(3)));
    $test:false(this:is_matrix({{1}, {1, 2}}));
  endmethod

  method test_relations owner: HACKER
    order = {{1, 1, 1}, {0, 1, 1}, {0, 0, 1}};
    $test:equal(this:is_reflexive(order), 1);
    $test:equal(this:is_areflexive(order), -1);
    $test:equal(this:is_symmetric(order), -1);
    $test:equal(this:is_asymmetric(order), 1);
    $test:equal(this:is_transitive(order), 1);
    $test:true(this:is_partial_ordering(order));
    $test:equal(this:is_reflexive({{1, 0}, {0, 0}}), 0);
    $test:equal(this:is_symmetric({{0, 1}, {1, 0}}), 1);
  endmethod
endobject
