import {
  mount,
  RouterLinkStub,
  type ComponentMountingOptions,
  type VueWrapper,
} from '@vue/test-utils'
import { createPinia } from 'pinia'
import { ref, type Component } from 'vue'
import { createI18n } from 'vue-i18n'

import enBoard from '../../src/app/locales/en.board.json' with { type: 'json' }
import enDesk from '../../src/app/locales/en.desk.json' with { type: 'json' }
import enExport from '../../src/app/locales/en.export.json' with { type: 'json' }
import enOffice from '../../src/app/locales/en.office.json' with { type: 'json' }
import en from '../../src/app/locales/en.json' with { type: 'json' }
import zhBoard from '../../src/app/locales/zh-CN.board.json' with { type: 'json' }
import zhDesk from '../../src/app/locales/zh-CN.desk.json' with { type: 'json' }
import zhExport from '../../src/app/locales/zh-CN.export.json' with { type: 'json' }
import zhOffice from '../../src/app/locales/zh-CN.office.json' with { type: 'json' }
import zh from '../../src/app/locales/zh-CN.json' with { type: 'json' }
import { SCALE } from '../../src/components/scale.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { scenario, type ScenarioId } from '../figures/scenarios.ts'

export const makeI18n = (locale: Locale = 'zh-CN') =>
  createI18n({
    legacy: false,
    locale,
    messages: {
      'zh-CN': { ...zh, ...zhBoard, ...zhDesk, ...zhExport, ...zhOffice },
      en: { ...en, ...enBoard, ...enDesk, ...enExport, ...enOffice },
    },
  })

/** Mounts a component as a view does: with words, stores and the scale of a 1080 px wall. */
export const mounted = (
  component: Component,
  props: Record<string, unknown>,
  options: {
    locale?: Locale
    plugins?: unknown[]
    slots?: Record<string, string>
    look?: 'wall' | 'desk'
    provide?: Readonly<Record<symbol, unknown>>
  } = {},
): VueWrapper =>
  mount(component, {
    props,
    attachTo: document.body,
    slots: options.slots ?? {},
    global: {
      plugins: [makeI18n(options.locale), createPinia(), ...(options.plugins ?? [])],
      stubs: { RouterLink: RouterLinkStub },
      provide: {
        [SCALE as symbol]: ref({ look: options.look ?? 'wall', u: 1, t: 1 }),
        ...options.provide,
      },
    },
  } as ComponentMountingOptions<unknown>) as VueWrapper

/** A figure of a scenario by its id. */
export const figureOf = (id: string, of: ScenarioId = 'small', locale: Locale = 'zh-CN'): Figure =>
  FIGURES.find((definition) => definition.id === id)!.build(scenario(of, locale))

/** Figures of a scenario. */
export const figuresOf = (of: ScenarioId): Figure[] =>
  FIGURES.map(({ build }) => build(scenario(of)))
