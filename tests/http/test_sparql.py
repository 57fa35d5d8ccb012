import httpx
import pyoxigraph
import pytest

SELECT = "PREFIX am: <https://w3id.org/argmap/ontology#> SELECT ?claim { ?claim a am:Thesis }"
ASK = "PREFIX am: <https://w3id.org/argmap/ontology#> ASK { ?claim a am:Thesis }"
CONSTRUCT = "PREFIX am: <https://w3id.org/argmap/ontology#> CONSTRUCT { ?x a am:Thesis } { ?x a am:Thesis }"
DESCRIBE = "DESCRIBE <https://w3id.org/argmap/id/kuperman-1996>"
GRAPH = "https://w3id.org/argmap/graph/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query; charset=utf-8"}

TABLES = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/tab-separated-values": pyoxigraph.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
}


def _ask(client: httpx.Client, query: str, accept: str = "*/*", **more: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


@pytest.mark.parametrize("accept", TABLES)
def test_select_answers_a_table(client: httpx.Client, accept: str) -> None:
    answer = _ask(client, SELECT, accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    rows = pyoxigraph.parse_query_results(answer.content, format=TABLES[accept])
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    assert len(list(rows)) == 1


def test_select_answers_csv(client: httpx.Client) -> None:
    header, row = _ask(client, SELECT, "text/csv").text.splitlines()
    assert header == "claim"
    assert row.startswith("https://w3id.org/argmap/id/kuperman-1996/")


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_ask_answers_a_truth_value(client: httpx.Client, accept: str) -> None:
    value = pyoxigraph.parse_query_results(_ask(client, ASK, accept).content, format=TABLES[accept])
    assert isinstance(value, pyoxigraph.QueryBoolean)
    assert bool(value)


@pytest.mark.parametrize(("query", "said"), [(ASK, "true"), ("ASK { <x:y> a <x:z> }", "false")])
def test_ask_has_no_table_and_answers_plain_text(client: httpx.Client, query: str, said: str) -> None:
    answer = _ask(client, query, "text/csv")
    assert (answer.headers["content-type"].partition(";")[0], answer.text) == ("text/plain", said)


@pytest.mark.parametrize("accept", GRAPHS)
@pytest.mark.parametrize("query", [CONSTRUCT, DESCRIBE])
def test_construct_and_describe_answer_a_graph(client: httpx.Client, query: str, accept: str) -> None:
    answer = _ask(client, query, accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert len(list(pyoxigraph.parse(answer.content, format=GRAPHS[accept]))) > 0


@pytest.mark.parametrize(
    ("query", "format_", "media_type"),
    [
        (SELECT, "json", "application/sparql-results+json"),
        (SELECT, "xml", "application/sparql-results+xml"),
        (SELECT, "csv", "text/csv"),
        (SELECT, "tsv", "text/tab-separated-values"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "turtle", "text/turtle"),
        (CONSTRUCT, "xml", "application/rdf+xml"),
        (CONSTRUCT, "json", "application/ld+json"),
        (CONSTRUCT, "nt", "application/n-triples"),
    ],
)
def test_format_overrides_accept(client: httpx.Client, query: str, format_: str, media_type: str) -> None:
    answer = _ask(client, query, "image/png", format=format_)
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_both_posts_answer_as_get_does(client: httpx.Client) -> None:
    get = _ask(client, SELECT)
    form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", content=SELECT, headers=DIRECT)
    assert get.json() == form.json() == direct.json()


def test_a_query_may_hold_any_letter(client: httpx.Client) -> None:
    query = 'SELECT ("é+𝄞&=%41" AS ?x) {}'
    for answer in (
        _ask(client, query),
        client.post("/sparql", data={"query": query}),
        client.post("/sparql", content=query.encode(), headers=DIRECT),
    ):
        assert answer.json()["results"]["bindings"][0]["x"]["value"] == "é+𝄞&=%41"


@pytest.mark.parametrize("by", ["get", "form", "direct"])
def test_the_dataset_is_passed_on(client: httpx.Client, by: str) -> None:
    query, graph = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {"default-graph-uri": f"{GRAPH}shared"}
    answer = {
        "get": lambda: client.get("/sparql", params={"query": query, **graph}),
        "form": lambda: client.post("/sparql", data={"query": query, **graph}),
        "direct": lambda: client.post("/sparql", params=graph, content=query, headers=DIRECT),
    }[by]()
    union = _ask(client, query)
    count, whole = (int(a.json()["results"]["bindings"][0]["n"]["value"]) for a in (answer, union))
    assert 0 < count < whole


def test_named_graphs_are_passed_on(client: httpx.Client) -> None:
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    answer = _ask(client, query, **{"named-graph-uri": f"{GRAPH}shared"})
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == [f"{GRAPH}shared"]


def test_without_a_query_the_service_is_described(client: httpx.Client, root: str) -> None:
    for accept, format_ in GRAPHS.items():
        answer = client.get("/sparql", headers={"Accept": accept})
        triples = {quad.triple for quad in pyoxigraph.parse(answer.content, format=format_)}
        sd = "http://www.w3.org/ns/sparql-service-description#"
        endpoint = pyoxigraph.NamedNode(f"{root}/sparql")
        assert pyoxigraph.Triple(endpoint, pyoxigraph.NamedNode(f"{sd}endpoint"), endpoint) in triples
        named = {triple.object for triple in triples if triple.predicate.value == f"{sd}name"}
        assert pyoxigraph.NamedNode(f"{GRAPH}kuperman-1996") in named


def test_a_syntax_error_says_where(client: httpx.Client) -> None:
    problem = _ask(client, "SELECT * {\n  ?s ?p }").json()
    assert problem["status"] == 400
    assert problem["line"] == 2


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"params": {"query": "INSERT DATA { <x:a> <x:b> <x:c> }"}}, 403),
        ({"params": {"update": "CLEAR ALL"}}, 403),
        ({"params": {"query": "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"}}, 403),
        ({"params": {"query": "SELECT (<x:function>(1) AS ?y) {}"}}, 403),
        ({"params": {"query": ""}}, 400),
        ({"params": [("query", ASK), ("query", ASK)]}, 400),
        ({"params": {"query": ASK, "format": "pdf"}}, 400),
        ({"params": {"query": SELECT, "format": "turtle"}}, 400),
        ({"params": {"query": ASK}, "headers": {"Accept": "image/png"}}, 406),
        ({"params": {"query": SELECT}, "headers": {"Accept": "text/turtle"}}, 406),
        ({"params": {"query": CONSTRUCT}, "headers": {"Accept": "text/csv"}}, 406),
        ({"method": "POST", "content": b"query=ASK%FF", "headers": FORM}, 400),
        ({"method": "POST", "content": b"ASK {} # \xff", "headers": DIRECT}, 400),
        ({"method": "POST", "content": b"", "headers": FORM}, 400),
        ({"method": "POST", "content": b"<x/>", "headers": {"Content-Type": "text/xml"}}, 415),
        ({"method": "POST", "content": b"ASK {}"}, 415),
        ({"method": "POST", "content": b"#" * 1_000_001, "headers": DIRECT}, 413),
        (
            {
                "method": "POST",
                "content": "CLEAR ALL",
                "headers": {"Content-Type": "application/sparql-update"},
            },
            403,
        ),
        ({"method": "PUT"}, 405),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    client: httpx.Client, sent: dict[str, object], status: int
) -> None:
    answer = client.request(str(sent.pop("method", "GET")), "/sparql", **sent)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_unknown_parameters_are_ignored(client: httpx.Client) -> None:
    assert _ask(client, ASK, timeout="1000", soft="1").json()["boolean"] is True


def test_options_names_post(client: httpx.Client) -> None:
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_head_has_no_body(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": SELECT})
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_is_not_here_is_400_and_nothing_is_fetched(client: httpx.Client, name: str) -> None:
    for graph in ("file:///etc/passwd", "http://localhost/data.ttl", f"{GRAPH}unknown"):
        problem = _ask(client, ASK, **{name: graph}).json()
        assert (problem["status"], problem["graph"]) == (400, graph)
        assert f"{GRAPH}kuperman-1996" in problem["held"]


def test_relative_iris_are_resolved_against_the_endpoint(client: httpx.Client, root: str) -> None:
    answer = _ask(client, "SELECT (<a/b> AS ?x) {}")
    assert answer.json()["results"]["bindings"][0]["x"]["value"] == f"{root}/a/b"


def test_the_limits_are_in_the_service_description(client: httpx.Client, root: str) -> None:
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    for name, value in (("seconds", 10), ("rows", 100_000), ("resultBytes", 50_000_000), ("perClient", 2)):
        assert f'<{root}/sparql> <https://w3id.org/argmap/limit#{name}> "{value}' in answer.text
