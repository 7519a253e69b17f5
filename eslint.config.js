import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

/** The layers that run on Node and in a browser: values in, values out. */
const PURE = ['domain', 'contract', 'figures', 'charts', 'export'].map(
  (layer) => `src/${layer}/**/*.ts`,
)

/** What the standard DOM typings declare and Node does not have: window, document, HTMLElement … */
function domGlobals() {
  const typings = createRequire(import.meta.url).resolve('typescript/lib/lib.dom.d.ts')
  const declared = readFileSync(typings, 'utf8').matchAll(/^declare (?:var|function) (\w+)/gm)
  return [...new Set([...declared].map(([, name]) => name))].filter((name) => !(name in globalThis))
}

/** Host, clock, randomness and network that Node has as well. */
const HOST_GLOBALS = [
  ...['process', 'Buffer', 'global', 'globalThis', 'require', 'navigator', 'localStorage'],
  ...['sessionStorage', 'fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'console'],
  ...['performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['clearTimeout', 'clearInterval', 'clearImmediate'],
]

const PURE_GLOBALS = [...new Set([...domGlobals(), ...HOST_GLOBALS])].map((name) => ({
  name,
  message: 'This layer runs on Node and in a browser: take it as a parameter.',
}))

const NAMED_EXPORTS_ONLY = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name: a file is named after what it exports.',
  },
]

const NO_CLOCK_NO_CHANCE = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'No clock in this layer: take the instant as a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'No clock in this layer: take the instant as a parameter.',
  },
  {
    selector: 'CallExpression[callee.name="dayjs"][arguments.length=0]',
    message: 'No clock in this layer: take the instant as a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'No randomness in this layer: take the generator as a parameter.',
  },
  { selector: 'MetaProperty', message: 'No build environment in this layer.' },
]

const NO_DOM_TYPES = [
  {
    selector:
      'TSTypeReference > Identifier[name=/^((HTML|SVG)\\w*Element|Document|Window|OffscreenCanvas|CanvasRenderingContext2D)$/]',
    message: 'No DOM in this layer: name the one method you need in an interface of your own.',
  },
]

/** Methods that Chromium 100, the oldest browser on site, does not have and a build cannot add. */
const BROWSER_FLOOR = [
  {
    selector:
      'MemberExpression[property.name=/^(toSorted|toReversed|toSpliced|groupBy|fromAsync|withResolvers|isWellFormed|toWellFormed)$/]',
    message: 'Newer than Chromium 100, which must still work.',
  },
]

const TYPED = {
  languageOptions: {
    parserOptions: {
      projectService: true,
      tsconfigRootDir: import.meta.dirname,
      extraFileExtensions: ['.vue'],
    },
  },
}

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }]

/** A switch covers every member, or says in a default what the others do. */
const EXHAUSTIVE = ['error', { considerDefaultExhaustiveForUnions: true }]

/** The linter's view of a .vue import is untyped; vue-tsc checks those instead. */
const TYPES_BY_VUE_TSC = {
  ...tseslint.configs.disableTypeChecked.rules,
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': EXHAUSTIVE,
}

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'public/', 'coverage/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked, TYPED],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // What a driver or a server sends can differ from its typings: a count as text, say.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': EXHAUSTIVE,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': lines(400),
      'no-debugger': 'error',
      'no-restricted-syntax': ['error', ...NAMED_EXPORTS_ONLY],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', ...NAMED_EXPORTS_ONLY, ...BROWSER_FLOOR],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...PURE_GLOBALS],
      'no-restricted-syntax': [
        'error',
        ...NAMED_EXPORTS_ONLY,
        ...BROWSER_FLOOR,
        ...NO_CLOCK_NO_CHANCE,
        ...NO_DOM_TYPES,
      ],
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended'], vue.configs['no-layout-rules']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      ...TYPES_BY_VUE_TSC,
      'max-lines': lines(300),
      'no-restricted-syntax': ['error', ...BROWSER_FLOOR],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      // Components are imported by name here, so a one-word name cannot meet an HTML element's.
      'vue/multi-word-component-names': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
    },
  },
  { files: ['src/app/**/*.ts', 'tests/{components,views,app}/**'], rules: TYPES_BY_VUE_TSC },
  {
    files: ['*.config.{js,ts}', 'tests/e2e/globalSetup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
