"""Query files for the tests of the catalogue, as text."""

LIST = """\
#+ path: /claims
#+ summary: The claims of the articles.
#+ shape: list
#+ parameters:
#+   article: {type: thing, kind: article, template: "id/{}", description: Of which., example: tiny-2020}
#+   q: {type: string, description: What the text holds., example: bridge}
#+   stance: {type: token, choices: [endorsed, rejected], description: What is said., example: rejected}
#+   page: {type: integer, description: On which page., example: 2}
#+   contested: {type: boolean, description: Whether attacked., example: "true"}
#+   sort: {type: choice, choices: [label, -label], default: label, description: The order., example: -label}

PREFIX am: <https://w3id.org/argmap/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?id ?label ("VALUES ?q { UNDEF } LIMIT 7" AS ?note)
WHERE {
  {
    SELECT ?id WHERE {
      # VALUES ?q { UNDEF } in a comment is none, nor is LIMIT 9
      VALUES ?article { UNDEF }
      VALUES ?q { UNDEF }
      VALUES ?stance { UNDEF }
      VALUES ?page { UNDEF }
      VALUES ?contested { UNDEF }
      VALUES ?sort { UNDEF }
      ?id a am:Claim .
      FILTER(!BOUND(?stance) || EXISTS { ?id am:authorStance ?stance })
    }
    ORDER BY ?id
    LIMIT 50
    OFFSET 0
  }
  ?id rdfs:label ?label .
}
ORDER BY ?id
"""

DETAIL = """\
#+ path: /claims/{article}/{slug}
#+ summary: One claim.
#+ shape: tree
#+ root: claim
#+ parameters:
#+   claim:
#+     type: thing
#+     template: "id/{article}/claim/{slug}"
#+     required: true
#+     description: Which claim.
#+     example: tiny-2020/claim/bridge-saves-time

CONSTRUCT { ?claim ?property ?value }
WHERE {
  VALUES ?claim { UNDEF }
  ?claim ?property ?value .
}
"""
