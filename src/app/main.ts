import { createPinia } from 'pinia'
import { createApp } from 'vue'

import App from './App.vue'
import './base.css'
import './fonts.css'
import { ensureChineseFace } from './ensureChineseFace.ts'
import { i18n } from './i18n.ts'
import { router } from './router.ts'

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
void ensureChineseFace()
