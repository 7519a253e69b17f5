import { createPinia } from 'pinia'
import { createApp } from 'vue'

import { EXPORT_HOST } from '../components/exporting/exportHost.ts'
import { browserStorage } from '../data/browserStorage.ts'
import App from './App.vue'
import './base.css'
import './fonts.css'
import { ensureChineseFace } from './ensureChineseFace.ts'
import { followPerson } from './followPerson.ts'
import { i18n, openExport } from './i18n.ts'
import { router } from './router.ts'
import { watchTyped } from './watchTyped.ts'

const isTyped = watchTyped(document)
followPerson(window, browserStorage(), isTyped)
createApp(App, { isTyped })
  .use(createPinia())
  .use(i18n)
  .use(router)
  .provide(EXPORT_HOST, { words: openExport, faces: ensureChineseFace })
  .mount('#app')
// Looked at when the page first has time: the answer nearly always is that the machine has one.
requestIdleCallback(() => void ensureChineseFace(), { timeout: 1_000 })
