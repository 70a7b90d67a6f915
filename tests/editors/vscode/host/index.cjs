// Where VS Code enters the tests inside its extension host.
const fs = require('node:fs');
const path = require('node:path');
const { format } = require('node:util');
const Mocha = require('mocha');

const say = (...words) => console.log(`[test]${format(...words)}`); // the mark that the harness looks for
Mocha.reporters.Base.consoleLog = say;

exports.run = () =>
  new Promise((resolve, reject) => {
    const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: 'spec' });
    for (const file of fs.readdirSync(__dirname).sort()) {
      if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
    }
    mocha.run((failures) => {
      say(`${mocha.suite.total() - failures} passed, ${failures} failed`);
      if (failures) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
