import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'

import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLS, folderOf } from './matrix.ts'
import { makeGarden } from './plant.ts'

const ROOT = join(import.meta.dirname, '../..')
const TOP_FOLDERS = ['src', 'server', 'mock', 'maps', 'tests']

const options = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'))
const garden = makeGarden()
const allowed = CELLS.filter((cell) => cell.allowed)
const forbidden = CELLS.filter((cell) => !cell.allowed)

let violations: readonly { rule: string; from: string; to: string }[] = []

/** Cruises the top folders of a tree and lists what broke a rule. */
async function violationsIn(root: string): Promise<typeof violations> {
  const { output } = await cruise(TOP_FOLDERS, { ...options, baseDir: root })
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }))
}

/** Plants a file, or a component, that imports a package or another file of the tree. */
function plantImport(file: string, target: string, kind: 'import' | 'import type' = 'import') {
  const path = /^(axios|zod|node:)/.test(target)
    ? target
    : `./${relative(join(file, '..'), target)}`
  const text = `${kind} { seed } from '${path}'\nexport type Seed = typeof seed\n`
  const isVue = file.endsWith('.vue')
  garden.plant(file, isVue ? `<script setup lang="ts">\n${text}</script>\n` : text)
}

/** The three ways a layer reaches another: a value, a type, a component. */
function plantsOf({ from, to }: { from: string; to: string }): string[] {
  const base = `${folderOf(from)}/to-${to}`
  const component = ['components', 'views', 'app'].includes(from) ? [`${base}.vue`] : []
  return [`${base}.ts`, `${base}-type.ts`, ...component]
}

beforeAll(async () => {
  const folders = new Set(CELLS.flatMap(({ from, to }) => [folderOf(from), folderOf(to)]))
  for (const folder of folders) garden.plant(`${folder}/seed.ts`, 'export const seed = 1\n')
  for (const cell of CELLS)
    for (const file of plantsOf(cell)) {
      const kind = file.endsWith('.ts') && !file.endsWith('-type.ts') ? 'import' : 'import type'
      plantImport(file, `${folderOf(cell.to)}/seed.ts`, kind)
    }
  garden.plant('package.json', '{ "type": "module" }\n')
  symlinkSync(join(ROOT, 'node_modules'), join(garden.root, 'node_modules'))
  for (const layer of ['contract', 'figures', 'charts', 'export'])
    plantImport(`src/${layer}/page.ts`, 'axios')
  plantImport('src/domain/package.ts', 'zod')
  plantImport('src/figures/package.ts', 'zod')
  plantImport('src/stores/node.ts', 'node:fs')
  plantImport('src/stores/manifest.ts', './package.json')
  plantImport('src/helpers/thing.ts', 'src/domain/seed.ts')
  plantImport('src/stores/nowhere.ts', 'src/domain/nowhere.ts')
  plantImport('src/stores/one.ts', 'src/stores/two.ts', 'import type')
  plantImport('src/stores/two.ts', 'src/stores/one.ts', 'import type')
  plantImport('src/charts/inner/deep.ts', 'src/views/seed.ts')
  for (const folder of folders) plantImport(`tests/${folder}/any.ts`, `${folder}/seed.ts`)
  violations = await violationsIn(garden.root)
})

afterAll(garden.clear)

/** What was reported about one planted file, as rule names. */
const rulesFor = (file: string) =>
  violations.filter(({ from }) => from === file).map(({ rule }) => rule)

describe('the import matrix', () => {
  it('has 13 rows of 13 other folders', () => {
    expect(CELLS).toHaveLength(13 * 13)
  })

  it.each(forbidden)('$from may not import $to', (cell) => {
    for (const file of plantsOf(cell)) {
      const reported = violations.filter(({ from }) => from === file)
      expect(new Set(reported.map(({ to }) => to)), file).toEqual(
        new Set([`${folderOf(cell.to)}/seed.ts`]),
      )
      expect(rulesFor(file)).toContain(`${folderOf(cell.from).replace('/', '-')}-imports`)
    }
  })

  it.each(allowed)('$from may import $to', (cell) => {
    for (const file of plantsOf(cell)) expect(rulesFor(file), file).toEqual([])
  })

  it('lets tests import anything', () => {
    expect(violations.filter(({ from }) => from.startsWith('tests/'))).toEqual([])
  })
})

describe('the other import rules', () => {
  it.each([
    ['src/contract/page.ts', 'pure-layers-know-no-page'],
    ['src/figures/page.ts', 'pure-layers-know-no-page'],
    ['src/charts/page.ts', 'pure-layers-know-no-page'],
    ['src/export/page.ts', 'pure-layers-know-no-page'],
    ['src/domain/package.ts', 'domain-is-alone'],
    ['src/stores/node.ts', 'src-stays-inside'],
    ['src/stores/manifest.ts', 'src-stays-inside'],
    ['src/helpers/thing.ts', 'known-layer'],
    ['src/stores/nowhere.ts', 'resolvable'],
    ['src/charts/inner/deep.ts', 'src-charts-imports'],
  ])('%s breaks %s alone', (file, rule) => {
    expect(rulesFor(file)).toEqual([rule])
  })

  it('sees a cycle of types only', () => {
    const members = ['src/stores/one.ts', 'src/stores/two.ts']
    expect(members.some((file) => rulesFor(file).includes('no-cycle'))).toBe(true)
  })

  it('lets figures use a package', () => {
    expect(rulesFor('src/figures/package.ts')).toEqual([])
  })

  it('has a planted violation of every rule', () => {
    const rules = options.ruleSet?.forbidden?.map(({ name }) => name)
    expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(rules))
  })
})

describe('the source tree', () => {
  it('breaks no rule', async () => {
    expect(await violationsIn(ROOT)).toEqual([])
  })
})
