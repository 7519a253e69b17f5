import { basename, dirname, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { parsePeriod } from '../../src/domain/period.ts'
import { isSpace, SPACES, type SpaceId } from '../../src/domain/space.ts'
import type { Locale } from '../../src/domain/text.ts'
import { TEMPLATE_IDS, type TemplateId } from '../../src/export/briefing/template.ts'
import { MARKINGS, type Marking } from '../../src/export/exported.ts'
import { BriefingError } from './briefingError.ts'

export const FORMATS = ['docx', 'pptx', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** What a night run is asked for. */
export interface Options {
  /** A month; null for the last one that is due. */
  readonly period: string | null
  readonly space: SpaceId
  /** Absolute path. */
  readonly out: string
  readonly format: Format
  readonly template: TemplateId
  readonly brain: string | null
  /** The day whose knowledge is shown; null for all that is known. */
  readonly asOf: string | null
  readonly locale: Locale
  readonly marking: Marking | null
  readonly watermark: string
  /** Address of a running service to read from; null for the store of DATA_DIR. */
  readonly url: string | null
  readonly help: boolean
}

export const USAGE = `npm run briefing -- --out FILE [--space demo] [--period 2026-10] [--template monthly]
                   [--brain ID] [--as-of 2026-11-22] [--locale zh-CN] [--marking internal]
                   [--watermark TEXT] [--url http://127.0.0.1:8787]

  --out        file to write; its extension is the format: .docx, .pptx or .xlsx. Of demo its name says 演示:
               where it does not, 演示_ is put in front
  --space      ${SPACES.join(' or ')}; main where it is not given
  --period     month it reports on; the last month due where it is not given
  --template   monthly 月度运行简报, rectification 整改专报, brain 一脑一页 (needs --brain)
  --as-of      day whose knowledge is shown: later revisions are left out
  --locale     zh-CN or en
  --marking    ${MARKINGS.join(', ')}; demonstration data carry none
  --url        read from a running service instead of the store in DATA_DIR, on another machine say; for a
               space that is not open put a token in BRIEFING_TOKEN`

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      tokens: true,
      options: {
        ...{ period: text, out: text, brain: text, 'as-of': text, marking: text, url: text },
        space: { ...text, default: 'main' },
        template: { ...text, default: 'monthly' },
        locale: { ...text, default: 'zh-CN' },
        watermark: { ...text, default: '' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    requireOnce(tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : [])))
    return values
  } catch (error) {
    if (error instanceof BriefingError) throw error
    throw new BriefingError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

/** Of two values one would be left out without a word. */
function requireOnce(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice === undefined) return
  throw new BriefingError(`--${twice} is given more than once: leave one of them.`)
}

/** Reads the command line. Throws BriefingError with the option, what it takes and an example. */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args)
  const template = oneOf('template', values.template, TEMPLATE_IDS)
  const brain = values.brain ?? null
  if (!values.help && (template === 'brain') !== (brain !== null))
    throw new BriefingError(
      brain === null
        ? '--template brain is about one brain: name it with --brain ID.'
        : `--brain ${brain} belongs to --template brain: add it, or leave --brain out.`,
    )
  const space = oneOf('space', values.space, SPACES, isSpace)
  return {
    period: values.period === undefined ? null : month(values.period),
    ...{ space },
    ...(values.help ? { out: '', format: 'docx' as const } : target(values.out, space)),
    ...{ template, brain, help: values.help },
    asOf: values['as-of'] === undefined ? null : day(values['as-of']),
    locale: oneOf('locale', values.locale, ['zh-CN', 'en']),
    marking: values.marking === undefined ? null : oneOf('marking', values.marking, MARKINGS),
    watermark: values.watermark,
    url: values.url === undefined ? null : address(values.url),
  }
}

function oneOf<T extends string>(
  name: string,
  text: string,
  all: readonly T[],
  is = (value: string): value is T => (all as readonly string[]).includes(value),
): T {
  if (is(text)) return text
  throw new BriefingError(`--${name} takes ${all.join(', ')}, not "${text}".`)
}

function month(text: string): string {
  if (parsePeriod(text)?.cadence === 'month') return text
  throw new BriefingError(`--period takes a month such as 2026-10, not "${text}".`)
}

function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time)
  if (isDay && new Date(time).toISOString().startsWith(text)) return text
  throw new BriefingError(`--as-of takes a day such as 2026-11-22, not "${text}".`)
}

function target(out: string | undefined, space: SpaceId): Pick<Options, 'out' | 'format'> {
  const format = FORMATS.find((one) => `.${one}` === extname(out ?? '').toLowerCase())
  if (out !== undefined && format) return { out: resolve(named(out, space)), format }
  throw new BriefingError(
    out === undefined
      ? `--out is missing: name the file to write, such as --out briefing.docx.\n${USAGE}`
      : `--out ${out} has no format: end it with ${FORMATS.map((one) => `.${one}`).join(', ')}.`,
  )
}

/** Files of demonstration data say so in their names. */
const named = (out: string, space: SpaceId): string =>
  space !== 'demo' || /演示|demo/i.test(basename(out))
    ? out
    : join(dirname(out), `演示_${basename(out)}`)

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
    return text.replace(/\/+$/, '')
  throw new BriefingError(`--url takes an address such as http://127.0.0.1:8787, not "${text}".`)
}
