/**
 * The import matrix: what each layer may import directly, besides itself. Type-only imports count.
 * tests/arch/imports.test.ts plants one violation of every cell that is missing here.
 */
const MAY_IMPORT = {
  'src/domain': [],
  'src/contract': ['domain'],
  'src/figures': ['domain'],
  'src/charts': ['domain', 'figures'],
  'src/export': ['domain', 'figures', 'charts'],
  'src/data': ['domain', 'contract'],
  'src/stores': ['domain', 'contract', 'data'],
  'src/components': ['domain', 'figures', 'charts', 'export', 'stores'],
  'src/views': ['domain', 'figures', 'export', 'stores', 'components'],
  'src/app': [
    ...['domain', 'contract', 'figures', 'charts', 'export'],
    ...['data', 'stores', 'components', 'views'],
  ],
  server: ['domain', 'contract', 'figures', 'charts', 'export'],
  mock: ['domain', 'contract'],
  maps: ['domain'],
}

const LAYERS = Object.keys(MAY_IMPORT).filter((folder) => folder.startsWith('src/'))

/** Matches every file in one of the folders. */
const inside = (folders) => `^(${folders.join('|')})/`

const OURS = inside(['src', 'server', 'mock', 'maps', 'tests'])
const BROWSER_LIBRARIES = '(^|/)node_modules/(vue|vue-router|vue-i18n|pinia|axios|@vueuse|@vue)/'

const matrix = Object.entries(MAY_IMPORT).map(([folder, layers]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  severity: 'error',
  comment: `${folder} imports ${layers.join(', ') || 'nothing'} besides itself`,
  from: { path: inside([folder]) },
  to: { path: OURS, pathNot: inside([folder, ...layers.map((layer) => `src/${layer}`)]) },
}))

module.exports = {
  forbidden: [
    ...matrix,
    {
      name: 'src-stays-inside',
      severity: 'error',
      comment: 'src imports packages and src, no other file of the repository and no Node module',
      from: { path: '^src/' },
      to: { pathNot: '^src/|(^|/)node_modules/', dependencyTypesNot: ['unknown'] },
    },
    {
      name: 'known-layer',
      severity: 'error',
      comment: 'every file that imports lives in a layer of the matrix',
      from: { path: '^src/', pathNot: inside(LAYERS) },
      to: {},
    },
    {
      name: 'domain-is-alone',
      severity: 'error',
      comment: 'domain is plain language: no package either',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'pure-layers-know-no-page',
      severity: 'error',
      comment: 'what also runs on Node knows neither the page nor the client',
      from: { path: inside(['contract', 'figures', 'charts', 'export'].map((l) => `src/${l}`)) },
      to: { path: BROWSER_LIBRARIES },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'an import that leads nowhere escapes every other rule',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|@intlify/unplugin-vue-i18n/messages)' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'data flows one way; a cycle, even of types, hides a missing module',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
