import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

type Graph = Pick<Rolldown.PluginContext, 'getModuleIds' | 'getModuleInfo'>

/** Every module that the modules named by `roots` import, step by step, themselves included. */
function importedFrom(graph: Graph, roots: RegExp): ReadonlySet<string> {
  const found = new Set([...graph.getModuleIds()].filter((id) => roots.test(id)))
  for (const id of found)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

/** What a wall draws with, and what a desk draws with: each asked for as soon as the page is known. */
const WALL = /\/src\/(?:views\/wall\/WallView\.vue|components\/chartCanvas\.ts)$/
const DESK = /\/src\/views\/desk\/ExplorerView\.vue$/

/**
 * What wall and desk share is one chunk, not one for each set of pages that use a module: fewer
 * requests. Both pages get their own HTML, which asks for all their chunks at once instead of step
 * by step: wall.html for the wall, index.html for every other page.
 */
const twoPages = () => {
  let shared: ReadonlySet<string> = new Set()
  const plugin: Plugin = {
    name: 'two-pages',
    apply: 'build',
    enforce: 'post',
    buildEnd() {
      const wall = importedFrom(this, WALL)
      shared = new Set([...importedFrom(this, DESK)].filter((id) => wall.has(id)))
    },
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') return
      const html = String(page.source)
      const links = preloads(bundle, WALL).filter((link) => !html.includes(link))
      const source = html.replace('</head>', `${links.join('')}</head>`)
      this.emitFile({ type: 'asset', fileName: 'wall.html', source })
    },
  }
  return { plugin, name: (id: string) => (shared.has(id) ? 'shared' : null) }
}

/** Links to the chunks that hold the modules of `roots` and to all they import, styles included. */
function preloads(bundle: Rolldown.OutputBundle, roots: RegExp): string[] {
  const chunkOf = (name: string) => {
    const file = bundle[name]
    return file?.type === 'chunk' ? file : null
  }
  const files = new Set(
    Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' && file.moduleIds.some((id) => roots.test(id)) ? [file.fileName] : [],
    ),
  )
  for (const name of files) for (const next of chunkOf(name)?.imports ?? []) files.add(next)
  const chunks = [...files].map(chunkOf).filter((chunk) => chunk?.isEntry === false)
  const styles = new Set(chunks.flatMap((chunk) => [...(chunk?.viteMetadata?.importedCss ?? [])]))
  return [
    ...chunks.map((chunk) => `<link rel="modulepreload" crossorigin href="/${chunk?.fileName}">`),
    ...[...styles].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
  ]
}

/** The page sends its requests through XMLHttpRequest; axios's second adapter is never asked. */
const dropFetchAdapter = (): Plugin => ({
  name: 'drop-fetch-adapter',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/axios/lib/adapters/fetch.js') ? 'export const getFetch = () => null' : null,
})

const compress = promisify(brotliCompress)

/** Writes FILE.br beside every text file: the service sends it as it is. Quality 11, the default. */
export const precompress = (): Plugin => {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    // After a build that failed there is nothing to compress, and nothing may hide why it failed.
    async writeBundle() {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(?:html|js|css|json|svg)$/.test(name))
      const write = async (path: string): Promise<void> =>
        writeFile(`${path}.br`, await compress(await readFile(path)))
      await Promise.all(texts.map((name) => write(join(folder, name))))
    },
  }
}

const pages = twoPages()

export default defineConfig({
  plugins: [
    vue(),
    // Messages are compiled at build time: no message compiler and no eval in the page.
    vueI18n({
      include: here('./src/app/locales/*.json'),
      runtimeOnly: true,
      dropMessageCompiler: true,
    }),
    pages.plugin,
    dropFetchAdapter(),
    precompress(),
  ],
  // Writers of slides and documents are chunks of their own, which the worker fetches when it needs them.
  worker: { format: 'es' },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    // The oldest browser on site: shells around Chromium 100.
    target: 'chrome100',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The content security policy allows fonts from this site only, not from data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ debugName: 'shared', name: pages.name }] } },
    },
  },
})
