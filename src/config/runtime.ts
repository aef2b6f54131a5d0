/** This module must be imported first: an older Node cannot load the store, and would fail without saying why. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `quorate: this needs Node 24 or later and was started with ${process.version}; use npm run -s quorate, npx quorate or npm start, which bring it.\n`,
  );
  process.exit(1);
}

export {};
