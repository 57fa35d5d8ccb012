// Runs one manifest of the W3C suite against a live endpoint with the package `rdf-test-suite` and prints a
// JSON array of {name, ok, error}: node runner.cjs FOLDER_OF_THE_SUITE MANIFEST ENDPOINT
const packages = "../clients/node_modules/rdf-test-suite/lib";
const { TestSuiteRunner } = require(`${packages}/TestSuiteRunner.js`);
const { TestCaseProtocol } = require(`${packages}/testcase/sparql/TestCaseProtocol.js`);

const BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/";
const [folder, manifest, endpoint] = process.argv.slice(2);

// The runner puts the graphs of a test into the store by an update. An endpoint that takes none holds them
// from the start.
TestCaseProtocol.prototype.loadGraphData = async () => {};

new TestSuiteRunner()
  .runManifest(`${BASE}${manifest}`, {}, {
    // The runner spells it so.
    customEngingeOptions: { protocolEndpoint: endpoint, serviceDescriptionEndpoint: endpoint },
    urlToFileMapping: `${BASE}~${folder}/`,
    timeOutDuration: 20_000,
  })
  .then((results) => {
    const told = results.map(({ test, ok, error }) => ({
      name: test.uri.split("#")[1],
      ok,
      error: error ? error.message : "",
    }));
    console.log(JSON.stringify(told));
  });
