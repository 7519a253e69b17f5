import { join } from 'node:path'

import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PURE_LAYERS = ['domain', 'contract', 'figures', 'charts', 'export']

/** The repository's own rules without the typed ones, so that a planted file need not exist. */
const untyped = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
})
const typed = new ESLint({ cwd: ROOT })

/** The names of the rules that a text breaks when it stands at a path. */
async function broken(eslint: ESLint, path: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

const IMPURE = [
  ['the current day', 'export const x = new Date()', 'no-restricted-syntax'],
  ['the current day as text', 'export const x = Date()', 'no-restricted-syntax'],
  ['the clock', 'export const x = Date.now()', 'no-restricted-syntax'],
  ['the clock through dayjs', 'export const x = dayjs()', 'no-restricted-syntax'],
  ['chance', 'export const x = Math.random()', 'no-restricted-syntax'],
  ['the build', 'export const x = import.meta.url', 'no-restricted-syntax'],
  ['an element type', 'export type X = HTMLElement', 'no-restricted-syntax'],
  ['the timer', 'export const x = setTimeout(String, 1)', 'no-restricted-globals'],
  ['the stopwatch', 'export const x = performance.now()', 'no-restricted-globals'],
  ['random bytes', 'export const x = crypto.randomUUID()', 'no-restricted-globals'],
  ['the network', "export const x = fetch('/')", 'no-restricted-globals'],
  ['the environment', 'export const x = process.env', 'no-restricted-globals'],
  ['a way round', 'export const x = globalThis.document', 'no-restricted-globals'],
  ['the document', 'export const x = document.title', 'no-restricted-globals'],
  ['the window', 'export const x = window.innerWidth', 'no-restricted-globals'],
  ['the browser', 'export const x = navigator.language', 'no-restricted-globals'],
  ['the storage', "export const x = localStorage.getItem('a')", 'no-restricted-globals'],
  ['a canvas', 'export const x = new OffscreenCanvas(1, 1)', 'no-restricted-globals'],
  ['an image', 'export const x = new Image()', 'no-restricted-globals'],
  ['the frame', 'export const x = requestAnimationFrame(String)', 'no-restricted-globals'],
] as const

describe.each(PURE_LAYERS)('src/%s', (layer) => {
  it.each(IMPURE)('may not touch %s', async (_, text, rule) => {
    expect(await broken(untyped, `src/${layer}/planted.ts`, `${text}\n`)).toEqual([rule])
  })

  it('may read a given instant and use the language', async () => {
    const text = 'export const year = (day: string): number => new Date(day).getUTCFullYear()\n'
    expect(await broken(untyped, `src/${layer}/planted.ts`, text)).toEqual([])
  })
})

const EMPTY_LINE = '\n'
const COMPONENT = '<script setup lang="ts">\nconst a: number = 1\n</script>\n'

const UNTIDY = [
  ['any', 'src/data/p.ts', 'export const x: any = 1\n', '@typescript-eslint/no-explicit-any'],
  ['a default export', 'src/data/p.ts', 'export default 1\n', 'no-restricted-syntax'],
  [
    'a method that older browsers lack',
    'src/data/p.ts',
    'export const x = [1].toSorted()\n',
    'no-restricted-syntax',
  ],
  [
    'a renamed default export',
    'server/p.ts',
    'const x = 1\nexport { x as default }\n',
    'no-restricted-syntax',
  ],
  [
    'a silenced compiler',
    'server/p.ts',
    '// @ts-ignore\nexport const x = 1\n',
    '@typescript-eslint/ban-ts-comment',
  ],
  ['a loose comparison', 'mock/p.ts', 'export const x = (a: string) => a == "1"\n', 'eqeqeq'],
  [
    'a file of 401 lines',
    'server/p.ts',
    `export const x = 1\n${EMPTY_LINE.repeat(400)}`,
    'max-lines',
  ],
  [
    'a component of 301 lines',
    'src/views/P.vue',
    `${EMPTY_LINE.repeat(298)}${COMPONENT.replace('const a: number = 1', 'defineProps<{ a: string }>()')}`,
    'max-lines',
  ],
  [
    'a list without keys',
    'src/views/P.vue',
    '<template><div><i v-for="x in 3">{{ x }}</i></div></template>\n',
    'vue/require-v-for-key',
  ],
] as const

describe('every file', () => {
  it.each(UNTIDY)('is reported for %s', async (_, path, text, rule) => {
    expect(await broken(untyped, path, text)).toContain(rule)
  })

  it('may have 400 lines', async () => {
    const text = `export const x = 1\n${EMPTY_LINE.repeat(398)}export const y = 1\n`
    expect(await broken(untyped, 'server/p.ts', text)).toEqual([])
  })

  it('covers each member of a union in a switch and waits for promises', async () => {
    const text = `export function size(kind: 'a' | 'b'): number {
  switch (kind) {
    case 'a':
      return 1
  }
  return 2
}
export function late(): void {
  Promise.resolve()
}
`
    expect(await broken(typed, 'tests/arch/plant.ts', text)).toEqual([
      '@typescript-eslint/switch-exhaustiveness-check',
      '@typescript-eslint/no-floating-promises',
    ])
  })
})
