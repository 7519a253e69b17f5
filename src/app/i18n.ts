import { createI18n } from 'vue-i18n'

import type { Locale } from '../domain/text.ts'
import zh from './locales/zh-CN.json'

/** Words of the page around the figures; figures are built for a locale by themselves. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh },
})

export const isLocale = (value: unknown): value is Locale => value === 'zh-CN' || value === 'en'

/** Switches the page; English is fetched when it is asked for. */
export async function loadLocale(locale: Locale): Promise<void> {
  const { global } = i18n
  if (locale === 'en' && !(global.availableLocales as string[]).includes('en')) {
    const { default: messages } = await import('./locales/en.json')
    global.setLocaleMessage('en' as never, messages as never)
  }
  ;(global.locale as { value: string }).value = locale
}
