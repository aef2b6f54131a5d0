/** The house's one-way flow, checked. Each rule names the sentence it enforces. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files do not import each other in circles.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel knows no other room, no framework and no input or output.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/kernel/|node_modules/(uuid|temporal-polyfill|temporal-spec)/|^crypto$|^node:crypto$' },
    },
    {
      name: 'deciders-are-pure',
      comment: 'Deciders, states and rules import no framework, no store, no clock of the machine and nothing that reads or writes.',
      severity: 'error',
      from: {
        path: '^src/slices/.*\\.(decider|events|state|history|upcasters|refusals)\\.ts$|^src/slices/meetings/(room|quorum|record|evolve-[a-z]+)\\.ts$',
      },
      to: {
        path: 'node_modules/(@nestjs|typeorm|rxjs|fastify|better-sqlite3)/|^src/(eventstore/(sqlite|memory)|projections|http/(?!fields)|access|config|cli)/|^(node:)?(fs|http|net|child_process|timers)',
      },
    },
    {
      name: 'a-slice-is-entered-by-its-door',
      comment: 'Another slice may import only the events, the vocabulary of constitutions, the pure calendar and the exported queries.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^src/slices/([^/]+)/',
        pathNot: [
          // What may be asked is as public as its address; only pages ask it (the rule below).
          '^src/slices/[^/]+/[^/]+\\.commands\\.ts$',
          '^src/slices/$1/',
          '^src/slices/[^/]+/[^/]+\\.(events|queries)\\.ts$',
          '^src/slices/bodies/constitution\\.ts$',
          // What falls due, and what led to what, by a slice's events; the pure clocks; the shape of links and sentences.
          '^src/slices/[^/]+/[^/]+\\.(due|links)\\.ts$',
          '^src/slices/clocks/(deadline|read-deadline|bank-holidays|due|counting|calendars|clear-days|occurrences)\\.ts$',
          '^src/slices/audit/(links|sentences)\\.ts$',
          // What a citation looks like in a text, and which decision it means: pure, and the same for whoever reads one.
          '^src/slices/decisions/(citations|citing)\\.ts$',
          // Motions, decisions and minutes are decided on the meeting's stream: they read its state and its room.
          '^src/slices/meetings/(meeting\\.state|meeting\\.history|room|record|quorum|sitting|rescinding)\\.ts$',
        ],
      },
    },
    {
      name: 'only-pages-ask-other-slices',
      comment: 'Of another slice, commands are asked by pages alone: a page may put together what several slices record.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: '\\.spec\\.ts$|^src/slices/[^/]+/pages/' },
      to: { path: '^src/slices/[^/]+/[^/]+\\.commands\\.ts$', pathNot: '^src/slices/$1/' },
    },
    {
      name: 'sql-stands-in-adapters',
      comment: 'Only adapters, projections, views, the vault, the keys and the checkpoints of policies know a database.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(eventstore/sqlite|projections|access/vault|access/subjects|policies)/|^src/slices/[^/]+/views/|\\.spec\\.ts$',
      },
      to: { path: 'node_modules/(better-sqlite3|typeorm|pg)/' },
    },
    {
      name: 'slices-do-not-know-the-store',
      comment: 'Slices record through commands and read through queries; adapters are chosen in the application module.',
      severity: 'error',
      from: { path: '^src/slices/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/(eventstore/(sqlite|memory)/|cli/|config/)' },
    },
    { name: 'nothing-imports-main', severity: 'error', from: { path: '^src/' }, to: { path: '^src/main\\.ts$' } },
    { name: 'product-does-not-import-tests', severity: 'error', from: { path: '^src/', pathNot: '\\.spec\\.ts$' }, to: { path: '^test/' } },
    // A browser's script is given its imports' names by the build.
    { name: 'no-unresolvable', severity: 'error', from: { pathNot: '^src/pages/frame/scripts/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
};
