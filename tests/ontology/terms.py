"""The ontology as the tests read it, and every term that the model names."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, Namespace

AM = Namespace("https://w3id.org/argmap/ontology#")
ONTOLOGY = Path("ontology/argmap.ttl")
SCHEMES = Path("ontology/schemes.ttl")


def _words(text: str) -> list[str]:
    return text.split()


KINDS = _words("""
    Statement ArgumentationAct TextUnit Citation Reference Source Agent Scheme Case Assessment
    Selector TextState Stance Certainty Strength NoteKind AssessmentLabel Evaluation Acceptance
""")
SUBCLASSES = _words("""
    Claim Thesis Recommendation Evidence StatisticalEvidence Testimony HistoricalEvidence
    DocumentaryEvidence ExpertAnalysis Warrant Assumption Question Argument Attack Concession
    Article Section Paragraph Page Passage Quotation Footnote NoteMarker Table TableRow Lacuna
    FullReference ShortFormReference IbidReference Book BookChapter JournalArticle MagazineArticle
    NewspaperArticle Report OfficialDocument Broadcast Presentation PressStatement Person
    Organization Group UnitSelector PositionSelector WindowSelector
""")
ROLES = _words("""
    Premise Conclusion IntermediateClaim Counterargument ContestedStatement ConcededStatement
    DefendedStatement CitedStatement TracedStatement QuotedStatement RebuttingAttack
    UnderminingAttack UndercuttingAttack
""")
TOKENS = _words("""
    endorsed rejected conceded reported asserted probable possible strong moderate weak citing
    explanatory both in out undecided credulous sceptical
""")
OBJECT_PROPERTIES = _words("""
    hasPremise hasConclusion hasWarrant usesScheme strength attackingStatement attackedElement
    attackedConclusion attackedPremise attackedInference attackedArgument concedes limitsEffectOn
    answeredBy attributedTo authorStance certainty expressedIn inParagraph inNote inSection
    inArticle onPage possiblyOnPage inTable bearsMarker marksNote precedingNote markerLostIn lostIn
    follows kind discussesSource containsReference assertsSource resolvesTo possiblyResolvesTo hasCitingEntity
    hasCitedReference hasAuthor hasEditor hasTranslator hasPublisher containedIn spokenBy memberOf
    concernsCase describesCase caseAssumes caseDenies caseLeavesOpen caseImplies correctionEvidence
    selectsUnit assesses label acceptance originalSource
""")
SHORTCUTS = _words("""
    directlySupportedBy supportedBy attacks defends citesNote referencesSource noteCitesSource
    tracesToNote tracesToSource reliesOnAuthor locatedIn
""")
DATA_PROPERTIES = _words("""
    text implicit paragraphNumber printedNumber noteNumber caseNumber pageNumber firstPage lastPage
    position locator secondHand title year publicationDate placeOfPublication containerTitle
    seriesTitle seriesNumber volume issue pageRange edition identifier url presentedAt
    originalLanguage byline editorLine familyName givenName missing correctionReason startOffset
    endOffset contentDigest normalForm letterCount textDigest windowHash windowSalt headLetters
    tailLetters headHash tailHash windowDigest wording wordingFrom note reviewNeeded
    criticalQuestion semantics reading inputDigest finished unfinishedBecause shortForm givenYear
    givenTitle givenPlace
""")
ANNOTATIONS = ["intent", "isShortcutFor"]

FUNCTIONAL_OBJECT_PROPERTIES = _words("""
    hasConclusion attackedElement authorStance certainty marksNote precedingNote kind assertsSource
    resolvesTo hasCitedReference selectsUnit assesses label
""")
NOT_FUNCTIONAL_DATA_PROPERTIES = ["identifier", "url", "note", "reviewNeeded", "criticalQuestion"]


@cache
def ontology() -> Graph:
    """Return the ontology without the schemes."""
    return Graph().parse(ONTOLOGY)


def name(term: object) -> str:
    """Return the name of a term of ours: `Claim`."""
    return str(term).removeprefix(str(AM))


def of_type(kind: URIRef) -> set[str]:
    """Return the names of our terms that are declared to be of `kind`."""
    return {name(term) for term in ontology().subjects(RDF.type, kind) if str(term).startswith(AM)}


def members(first: object) -> list[URIRef]:
    """Return the members of an RDF list of IRIs."""
    assert isinstance(first, BNode)
    return [item for item in Collection(ontology(), first) if isinstance(item, URIRef)]


def chains() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each property chain: the property it leads to, and the names of its steps, inverse or not."""
    for top, first in ontology().subject_objects(OWL.propertyChainAxiom):
        assert isinstance(first, BNode)
        steps = Collection(ontology(), first)
        yield name(top), tuple(name(ontology().value(step, OWL.inverseOf) or step) for step in steps)


def derivations() -> set[tuple[str, tuple[str, ...]]]:
    """Return every way the ontology derives a property: chains, transitivity, sub-properties."""
    transitive = {(top, (top, top)) for top in of_type(OWL.TransitiveProperty)}
    below = {(name(top), (name(low),)) for low, top in ontology().subject_objects(RDFS.subPropertyOf)}
    return {*chains(), *transitive, *below}
