/** The house's one direction, checked. The order of rooms is one list, `src/floors.json`; each rule names the sentence it enforces. */
const { floors, slices, meetings, across, doors } = require('./src/floors.json');

const paths = (under, rooms) => rooms.map(({ path }) => `${under}/${path}`);
/** Every room, lowest first: a floor that is divided stands as its rooms. */
const ROOMS = floors.flatMap(({ path }) => {
  if (path === 'slices') return paths('src/slices', slices);
  return path === 'across' ? paths('src/across', across) : [`src/${path}`];
});
const INSIDE_MEETINGS = paths('src/slices/meetings', meetings);
const SPEC = '\\.spec\\.ts$';
/** The roles of a slice's files that meet the world outside: the only ones that need not be pure. */
const ROLES_THAT_READ_OR_WRITE = [
  '/(http|views|vault|subjects|sign-in|policies|reminding)/',
  '\\.(query|queries|module|projection|projections|room|payloads|port)\\.ts$',
  '/gather-[^/]+\\.ts$',
];
/** What a door of words may not let out, by its role or its place. */
const READS_OR_WRITES = [
  '/(http|vault|policies|reminding)/',
  '\\.(projections?|query|queries|tables|port|module|room|commands|controller|page)\\.ts$',
  '/gather-[^/]+\\.ts$',
];
/** The store, the read models and the frameworks: what reads or writes ends there, however long the way. */
const REACHED_BY_NO_WORDS = [
  'node_modules/(typeorm|better-sqlite3|fastify|rxjs|@nestjs/(common|core|cqrs))/',
  '^src/(eventstore|projections|config)/',
];
const rolesBut = (left) => doors.map(({ role }) => role).filter((role) => !left.includes(role));
const anyOf = (names) => `(${names.join('|')})`;

const upward = (rooms) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: 'no-room-imports-one-above-it',
    comment: `Data flows one way: ${room} knows only what stands below it in src/floors.json.`,
    severity: 'error',
    from: { path: `^${room}/`, pathNot: SPEC },
    to: { path: `^${anyOf(rooms.slice(index + 1))}/` },
  }));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files do not import each other in circles.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upward(ROOMS),
    ...upward(INSIDE_MEETINGS),
    {
      name: 'rooms-do-not-import-the-start',
      comment: 'The start files and the list of slices name every room; below them nobody names them.',
      severity: 'error',
      from: { path: `^src/(?!cli/|[^/]+\\.ts$)`, pathNot: SPEC },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'slices-do-not-import-their-list',
      comment: 'The list of slices stands above them.',
      severity: 'error',
      from: { path: '^src/(slices/[^/]+|kernel|config|eventstore|projections|http)/', pathNot: SPEC },
      to: { path: '^src/slices/slices\\.ts$' },
    },
    {
      name: 'rooms-of-a-slice-do-not-import-its-front',
      comment: 'What stands at the front of the slice of meetings puts its rooms together.',
      severity: 'error',
      from: { path: '^src/slices/meetings/[^/]+/', pathNot: SPEC },
      to: { path: '^src/slices/meetings/[^/]+\\.ts$' },
    },
    {
      name: 'every-room-is-in-the-list',
      comment: 'A room that is not in src/floors.json has no place.',
      severity: 'error',
      from: { path: '^src/.+/', pathNot: `^${anyOf(ROOMS)}/|^src/slices/slices\\.ts$` },
      to: {},
    },
    {
      name: 'every-room-is-in-the-list',
      comment: 'So has one inside the slice of meetings.',
      severity: 'error',
      from: { path: '^src/slices/meetings/.+/', pathNot: `^${anyOf(INSIDE_MEETINGS)}/` },
      to: {},
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel knows no other room, no framework and no input or output.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: SPEC },
      to: { pathNot: '^src/kernel/|node_modules/(uuid|temporal-polyfill|temporal-spec)/|^crypto$|^node:crypto$' },
    },
    {
      name: 'a-slice-is-entered-by-its-door',
      comment: 'Of another slice, a slice imports only the files whose role is a door (src/floors.json), and tells it nothing.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: SPEC },
      to: { path: '^src/slices/[^/]+/', pathNot: ['^src/slices/$1/', `\\.${anyOf(rolesBut(['commands', 'room', 'module']))}\\.ts$`] },
    },
    {
      name: 'rooms-across-enter-by-doors',
      comment: 'Of a slice, and of each other, the rooms across slices import only the files whose role is a door.',
      severity: 'error',
      from: { path: '^src/across/([^/]+)/', pathNot: SPEC },
      to: { path: '^src/(?:slices|across)/[^/]+/', pathNot: ['^src/across/$1/', `\\.${anyOf(rolesBut(['module']))}\\.ts$`] },
    },
    {
      name: 'higher-floors-enter-by-doors-too',
      comment: 'The exchange, the pages, the command line and the start files know a slice by its doors.',
      severity: 'error',
      from: { path: '^src/(exchange|pages|cli)/|^src/[^/]+\\.ts$|^src/slices/slices\\.ts$', pathNot: SPEC },
      to: { path: '^src/(?:slices|across)/[^/]+/', pathNot: `\\.${anyOf(rolesBut([]))}\\.ts$` },
    },
    {
      name: 'words-are-words',
      comment:
        'What is read without asking is words, shapes and pure rules: behind a door of words stands no table, no question, no module and nothing else that reads or writes.',
      severity: 'error',
      from: { path: '^src/(slices|across)/.+\\.words\\.ts$' },
      to: { path: READS_OR_WRITES },
    },
    {
      name: 'words-are-words',
      comment: 'Nor does it stand behind what is behind that door. (The rooms across are made of all slices, modules and all.)',
      severity: 'error',
      from: { path: '^src/slices/.+\\.words\\.ts$' },
      to: { path: REACHED_BY_NO_WORDS, reachable: true },
    },
    {
      name: 'pages-know-no-tables',
      comment: 'A page asks questions and reads words; which tables answer it is not its business.',
      severity: 'error',
      from: { path: '^src/pages/', pathNot: SPEC },
      to: { path: '\\.tables\\.ts$' },
    },
    {
      name: 'a-place-knows-no-other-place',
      comment: 'A page stands on the frame and the doors below; what two places share belongs to the frame.',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/', pathNot: SPEC },
      to: { path: '^src/pages/([^/]+)/', pathNot: '^src/pages/($1|frame)/' },
    },
    {
      name: 'slices-are-pure',
      comment:
        'What decides, folds, counts or words is pure: it imports no framework, no store, no clock of the machine and nothing that reads or writes. Only what has one of the named roles does.',
      severity: 'error',
      from: { path: '^src/(slices|across)/[^/]+/', pathNot: [SPEC, ...ROLES_THAT_READ_OR_WRITE] },
      to: {
        path: 'node_modules/(@nestjs|typeorm|rxjs|fastify|better-sqlite3)/|^src/(eventstore|projections|config|cli)/|^src/http/(?!fields|needs)',
      },
    },
    {
      name: 'slices-are-pure',
      comment: 'Of what comes with Node, only digests and random bytes.',
      severity: 'error',
      from: { path: '^src/(slices|across)/[^/]+/', pathNot: [SPEC, ...ROLES_THAT_READ_OR_WRITE] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'sql-stands-in-adapters',
      comment: 'Only adapters, projections, views, the vault, the keys and the checkpoints of policies and reminders know a database.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(eventstore/(sqlite|postgres)|projections|slices/people/(vault|subjects)|across/(policies|reminders/reminding))/|^src/(slices|across)/.+/views/|${SPEC}`,
      },
      to: { path: 'node_modules/(better-sqlite3|typeorm|pg)/' },
    },
    {
      name: 'slices-do-not-know-the-adapters',
      comment: 'Slices record through commands and read through queries; adapters are chosen in the start files.',
      severity: 'error',
      from: { path: '^src/(slices|across|exchange|pages)/', pathNot: SPEC },
      to: { path: '^src/eventstore/(sqlite|postgres|memory)/' },
    },
    {
      name: 'a-dialect-is-chosen-at-the-start',
      comment: 'The engine and whoever asks it know the port; which database the read models lie in is chosen in the start files.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/projections/(sqlite|postgres)/|^src/[^/]+\\.ts$|${SPEC}` },
      to: { path: '^src/projections/(sqlite|postgres)/' },
    },
    { name: 'nothing-imports-main', severity: 'error', from: { path: '^src/' }, to: { path: '^src/main\\.ts$' } },
    { name: 'product-does-not-import-tests', severity: 'error', from: { path: '^src/', pathNot: SPEC }, to: { path: '^test/' } },
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
