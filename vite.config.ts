import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the wall imports when it opens; the page asks for it all at once instead of step by step. */
const FIRST = /\/src\/(views\/wall\/WallView\.vue|components\/echarts\.ts)$/

/** Links the chunks of FIRST, and what they import, in the head of the page. */
const preloadWall = (): Plugin => ({
  name: 'preload-wall',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const first = chunks.filter(({ facadeModuleId }) => FIRST.test(facadeModuleId ?? ''))
      const entries = new Set(
        chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
      )
      const files = new Set(first.flatMap(({ fileName, imports }) => [...imports, fileName]))
      return [...files]
        .filter((file) => !entries.has(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }))
    },
  },
})

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
    async closeBundle() {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(?:html|js|css|json|svg)$/.test(name))
      const write = async (path: string): Promise<void> =>
        writeFile(`${path}.br`, await compress(await readFile(path)))
      await Promise.all(texts.map((name) => write(join(folder, name))))
    },
  }
}

export default defineConfig({
  plugins: [
    vue(),
    // Messages are compiled at build time: no message compiler and no eval in the page.
    vueI18n({
      include: here('./src/app/locales/*.json'),
      runtimeOnly: true,
      dropMessageCompiler: true,
    }),
    preloadWall(),
    dropFetchAdapter(),
    precompress(),
  ],
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
  },
})
