import { fileURLToPath } from 'node:url'

import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [
    vue(),
    // Messages are compiled at build time: no message compiler and no eval in the page.
    vueI18n({
      include: here('./src/app/locales/*.json'),
      runtimeOnly: true,
      dropMessageCompiler: true,
    }),
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
