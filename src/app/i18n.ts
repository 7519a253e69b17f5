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

/** Words that are fetched when they are asked for: English, and those that only the desk or an export uses. */
const SHARED: Readonly<Partial<Record<Locale, () => Promise<{ readonly default: object }>>>> = {
  en: () => import('./locales/en.json'),
}
const DESK: Readonly<Record<Locale, () => Promise<{ readonly default: object }>>> = {
  'zh-CN': () => import('./locales/zh-CN.desk.json'),
  en: () => import('./locales/en.desk.json'),
}
const EXPORT: Readonly<Record<Locale, () => Promise<{ readonly default: object }>>> = {
  'zh-CN': () => import('./locales/zh-CN.export.json'),
  en: () => import('./locales/en.export.json'),
}

const loaded = new Set<unknown>()
let atDesk = false
let exporting = false

async function merge(
  locale: Locale,
  load: (() => Promise<{ readonly default: object }>) | undefined,
): Promise<void> {
  if (!load || loaded.has(load)) return
  loaded.add(load)
  try {
    i18n.global.mergeLocaleMessage(locale, (await load()).default)
  } catch (error) {
    loaded.delete(load)
    throw error
  }
}

/** Switches the page to a locale once its words are there. */
export async function loadLocale(locale: Locale): Promise<void> {
  await Promise.all([
    merge(locale, SHARED[locale]),
    atDesk ? merge(locale, DESK[locale]) : null,
    exporting ? merge(locale, EXPORT[locale]) : null,
  ])
  ;(i18n.global.locale as { value: string }).value = locale
}

/** Fetches the words of the desk before its first page opens; Chinese ones stand in for missing ones. */
export async function openDesk(locale: Locale): Promise<void> {
  atDesk = true
  await Promise.all([merge('zh-CN', DESK['zh-CN']), merge(locale, DESK[locale])])
}

/** Fetches the words of the export before its dialog opens. */
export async function openExport(): Promise<void> {
  exporting = true
  await loadLocale(i18n.global.locale.value)
  await merge('zh-CN', EXPORT['zh-CN'])
}
