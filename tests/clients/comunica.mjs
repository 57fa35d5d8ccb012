// Puts a query to a plain URL through Comunica as it comes: node comunica.mjs URL < QUERY
// Prints {type, answer, requests, learnt}: what came back, what was asked over HTTP in order, and what Comunica
// learnt of the endpoint from its service description.
import { text } from "node:stream/consumers";
import { ActorRdfMetadataExtractSparqlService as Extract } from "@comunica/actor-rdf-metadata-extract-sparql-service";
import { QueryEngine } from "@comunica/query-sparql";

const requests = [];
const watched = async (input, init) => {
  const response = await fetch(input, init);
  requests.push({
    method: init?.method ?? "GET",
    path: new URL(input.url ?? input).pathname,
    asks: new URL(input.url ?? input).searchParams.has("query"),
    status: response.status,
  });
  return response;
};

let learnt = {};
const { run } = Extract.prototype;
Extract.prototype.run = async function (action) {
  const result = await run.call(this, action);
  learnt = result.metadata;
  return result;
};

const query = await text(process.stdin);
const result = await new QueryEngine().query(query, { sources: [process.argv[2]], fetch: watched });
const found = await result.execute();
const answer = result.resultType === "boolean" ? found : (await found.toArray()).map(plain);
console.log(JSON.stringify({ type: result.resultType, answer, requests, learnt }));

function plain(row) {
  if (row.subject) return [row.subject, row.predicate, row.object].map((term) => term.value);
  return Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value]));
}
