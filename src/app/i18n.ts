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

type Load = () => Promise<{ readonly default: object }>

/** English for everybody; of the other words only those of the pages that were opened are fetched. */
const ENGLISH: Load = () => import('./locales/en.json')
const BUNDLES = {
  desk: {
    'zh-CN': () => import('./locales/zh-CN.desk.json'),
    en: () => import('./locales/en.desk.json'),
  },
  export: {
    'zh-CN': () => import('./locales/zh-CN.export.json'),
    en: () => import('./locales/en.export.json'),
  },
  /** The monthly board. */
  board: {
    'zh-CN': () => import('./locales/zh-CN.board.json'),
    en: () => import('./locales/en.board.json'),
  },
  /** Stages, deadlines, rectification cases. */
  lifecycle: {
    'zh-CN': () => import('./locales/zh-CN.lifecycle.json'),
    en: () => import('./locales/en.lifecycle.json'),
  },
  /** Rule sets, who meets them, what if. */
  eligibility: {
    'zh-CN': () => import('./locales/zh-CN.eligibility.json'),
    en: () => import('./locales/en.eligibility.json'),
  },
  /** Yearly assessment. */
  assessment: {
    'zh-CN': () => import('./locales/zh-CN.assessment.json'),
    en: () => import('./locales/en.assessment.json'),
  },
  /** Accounts, reporting, review and administration. */
  office: {
    'zh-CN': () => import('./locales/zh-CN.office.json'),
    en: () => import('./locales/en.office.json'),
  },
} as const satisfies Record<string, Record<Locale, Load>>
export type WordBundle = keyof typeof BUNDLES

const loaded = new Set<Load>()
const opened = new Set<WordBundle>()

async function merge(locale: Locale, load: Load): Promise<void> {
  if (loaded.has(load)) return
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
    ...(locale === 'en' ? [merge('en', ENGLISH)] : []),
    ...[...opened].map((bundle) => merge(locale, BUNDLES[bundle][locale])),
  ])
  ;(i18n.global.locale as { value: string }).value = locale
}

/** Fetches words before the first page that shows them opens; Chinese ones stand in for missing ones. */
export async function openWords(bundle: WordBundle, locale: Locale): Promise<void> {
  opened.add(bundle)
  await Promise.all([
    merge('zh-CN', BUNDLES[bundle]['zh-CN']),
    merge(locale, BUNDLES[bundle][locale]),
  ])
}

/** Fetches the words of the export before its dialog opens. */
export const openExport = (): Promise<void> =>
  openWords('export', (i18n.global.locale as { value: string }).value === 'en' ? 'en' : 'zh-CN')
