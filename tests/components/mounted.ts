import {
  mount,
  RouterLinkStub,
  type ComponentMountingOptions,
  type VueWrapper,
} from '@vue/test-utils'
import { createPinia } from 'pinia'
import { inject, ref, type Component } from 'vue'
import { createI18n } from 'vue-i18n'

import { SCALE } from '../../src/components/scale.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { PORTS } from '../../src/stores/ports.ts'
import { MESSAGES } from '../app/messages.ts'
import { scenario, type ScenarioId } from '../figures/scenarios.ts'
import { FakeService, openPage } from '../stores/fakeService.ts'

export const makeI18n = (locale: Locale = 'zh-CN') =>
  createI18n({
    legacy: false,
    locale,
    messages: MESSAGES,
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
        [PORTS as symbol]: openPage(new FakeService()).run(() => inject(PORTS)),
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
