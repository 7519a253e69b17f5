import { PALETTES, type LookName } from '../charts/palette.ts'

const kebab = (name: string): string =>
  name.replace(/(?<=.)[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)

/** Writes the palette of a look as CSS variables: --canvas, --text-1, --status-warn, --sequential-3 … */
export function applyTheme(look: LookName, element: HTMLElement = document.documentElement): void {
  element.dataset['look'] = look
  for (const [name, value] of Object.entries(PALETTES[look])) {
    if (typeof value === 'string') element.style.setProperty(`--${kebab(name)}`, value)
    else
      for (const [key, hex] of Object.entries(value))
        element.style.setProperty(`--${kebab(name)}-${kebab(key)}`, String(hex))
  }
}
