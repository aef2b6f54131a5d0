import { availableParallelism } from 'node:os';

const everyKind = {
  // One identity, so that what one kind has had transformed serves the others.
  id: 'quorate',
  // The suites of a process share the modules they stand on.
  runtime: '<rootDir>/test/support/one-process-runtime.js',
  testEnvironment: '<rootDir>/test/support/one-process-environment.js',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: true,
      },
    ],
  },
};

const kind = (displayName, roots, suffixes) => ({
  ...everyKind,
  displayName,
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  testMatch: suffixes.map((suffix) => `**/*.${suffix}.ts`),
});

/** Every kind of test is a project of one run: the folder says the kind, and `npm run test:<kind>` runs it alone. */
export default {
  projects: [
    kind('unit', ['src', 'test/architecture', 'test/contracts', 'test/history', 'test/mutants'], ['spec', 'contract']),
    kind('properties', ['test/properties'], ['property']),
    kind('scenarios', ['test/scenarios'], ['scenario']),
    kind('faults', ['test/faults'], ['fault']),
    kind('browser', ['test/browser'], ['journey']),
  ],
  testTimeout: 60_000,
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // What suites leave behind in the process that ran them is given back only when it ends.
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/test/support/run-directory.js',
  globalTeardown: '<rootDir>/test/support/remove-run-directory.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  reporters: ['default', '<rootDir>/test/support/slowest-suites-reporter.js', '<rootDir>/test/support/closing-line-reporter.js'],
};
