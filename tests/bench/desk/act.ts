import type { Page } from '@playwright/test'

import words from '../../../src/app/locales/zh-CN.desk.json' with { type: 'json' }
import { periodRange } from '../../../src/domain/period.ts'
import { cityName } from '../../../src/domain/region.ts'
import type { Filter } from '../../../src/domain/selection.ts'
import { domainName } from '../../../src/domain/taxonomy.ts'
import { isDomain } from '../../../src/figures/text/words.ts'
import type { Step } from './steps.ts'
import type { Repaint } from './repaint.ts'

/** A step in terms of the page: a labelled box of the filters, a value of a control, a row of the ranking. */
export interface Act {
  readonly control: 'filter' | 'indicator' | 'measure' | 'period' | 'focus'
  readonly value: string
}

const FIRST_MONTH = '2023-01'

/** What a step is called on the page. */
export function actOf(step: Step): Act {
  switch (step.do) {
    case 'toggle':
      return { control: 'filter', value: labelOf(step.filter, String(step.value)) }
    case 'focus':
      return { control: 'focus', value: '' }
    case 'period':
      return { control: 'period', value: String(periodRange(FIRST_MONTH, step.to).length - 1) }
    default:
      return { control: step.do, value: step.to }
  }
}

function labelOf(filter: Filter, value: string): string {
  if (filter === 'domains') return domainName(isDomain(value) ? value : null, 'zh-CN')
  if (filter === 'cities') return cityName(value, 'zh-CN', { short: true })
  const stages: Readonly<Record<string, string>> = words.stage
  return filter === 'stages' ? (stages[value] ?? value) : value
}

/** Does a step on the page by the events that a person's hand would cause. */
export const actOn = (page: Page, step: Step): Promise<Repaint> =>
  page
    .evaluate((act) => window.actOnDesk?.(act), actOf(step))
    .then((repaint) => {
      if (!repaint || Number.isNaN(repaint.painted))
        throw new Error(`Nothing changed: ${JSON.stringify(step)}`)
      return repaint
    })

/** Runs in the desk before its own code. Self-contained, as watchFrames. */
export function installActs(): void {
  const all = <T extends Element>(selector: string): T[] => [
    ...document.querySelectorAll<T>(selector),
  ]
  const set = (control: HTMLInputElement | HTMLSelectElement | undefined, value: string): void => {
    if (!control) throw new Error('The page has no such control.')
    control.value = value
    control.dispatchEvent(
      new Event(control.matches('select') ? 'change' : 'input', { bubbles: true }),
    )
  }
  /** A click on the third row of the ranking; on the button that lets go where a brain is in focus. */
  const focus = (): void => {
    const release = document.querySelector<HTMLButtonElement>('.focus button')
    if (release) {
      release.click()
      return
    }
    const canvas = document.querySelector('.rank canvas')
    const box = canvas?.getBoundingClientRect()
    if (!canvas || !box) throw new Error('There is no ranking.')
    const at = { clientX: box.left + box.width * 0.3, clientY: box.top + box.height * 0.2 }
    for (const type of ['mousemove', 'mousedown', 'mouseup', 'click'])
      canvas.dispatchEvent(new MouseEvent(type, { bubbles: true, view: window, ...at }))
  }
  const labelled = (value: string): HTMLElement | undefined =>
    all('.rail label')
      .find((label) => label.querySelector('.label')?.textContent.trim() === value)
      ?.querySelector('input') ?? undefined
  const run = ({ control, value }: Act): void => {
    const [indicator, measure] = all<HTMLSelectElement>('.choose select')
    if (control === 'focus') focus()
    else if (control === 'filter') labelled(value)?.click()
    else if (control === 'period') set(all<HTMLInputElement>('.period input')[0], value)
    else set(control === 'indicator' ? indicator : measure, value)
  }
  window.actOnDesk = async (act) =>
    window.watchRepaint?.(() => run(act)) ?? Promise.reject(new Error('Nothing watches.'))
}
