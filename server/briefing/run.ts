import { SPACE_NAMES } from '../../src/domain/space.ts'
import type { Briefing } from '../../src/export/briefing.ts'
import { fillTemplate } from '../../src/export/briefing/fillTemplate.ts'
import type { Rasterise } from '../../src/export/briefing/makeDraw.ts'
import { mapOf } from '../../src/export/briefing/mapOf.ts'
import { TEMPLATES } from '../../src/export/briefing/templates.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { latestMonth } from '../../src/figures/latest.ts'
import { nearest } from '../intake/nearest.ts'
import type { Clock } from '../space/clock.ts'
import { BriefingError } from './briefingError.ts'
import type { Documents } from './documents.ts'
import type { VectorOnly } from './drawAtNight.ts'
import { readContext, type ReadContext } from './figureContext.ts'
import { fileOf } from './fileOf.ts'
import type { Options } from './options.ts'
import { readGeometry } from './readGeometry.ts'
import { writeWhole } from './writeWhole.ts'

export interface RunPorts {
  /** Opened here and closed again before anything is drawn. */
  readonly openDocuments: () => Promise<Documents>
  /** Address that links lead back to. */
  readonly site: string
  readonly clock: Clock
  readonly say: (line: string) => void
  readonly rasterise: Rasterise
}

/** Reads, writes a briefing from the numbers, and puts it into a file. Throws BriefingError; no half file is left. */
export async function run(options: Options, ports: RunPorts): Promise<void> {
  const { clock, site, rasterise, say } = ports
  const read = await readOnce(options, ports)
  const briefing = briefingOf(options, read, clock)
  const maps = briefing.items.flatMap((item) =>
    item.kind === 'figure' ? (mapOf(item.figure) ?? []) : [],
  )
  const geometries = new Map(
    await Promise.all(
      [...new Set(maps)].map(async (map) => [map, await readGeometry(map)] as const),
    ),
  )
  const context = {
    ...{ site, madeAt: briefing.createdAt },
    geometryOf: (adcode: string) => geometries.get(adcode) ?? null,
  }
  const { bytes, vectorOnly } = await fileOf(briefing, options.format, context, rasterise).catch(
    (error: unknown) => {
      if (!(error instanceof ExportRefused)) throw error
      throw new BriefingError(`No file was written: ${error.message}`, { cause: error })
    },
  )
  await writeWhole(options.out, bytes)
  tell(options, briefing, vectorOnly, say)
}

async function readOnce(
  options: Options,
  { openDocuments, clock }: RunPorts,
): Promise<ReadContext> {
  const documents = await openDocuments()
  try {
    return await readContext(documents, options, TEMPLATES[options.template].indicators, clock)
  } finally {
    await documents.close()
  }
}

function briefingOf(options: Options, { context, asOf }: ReadContext, clock: Clock): Briefing {
  const { template, space, marking, watermark } = options
  const period = latestMonth(context)
  const brain = options.brain === null ? null : brainOf(context, options.brain, space)
  const filled = fillTemplate(
    TEMPLATES[template],
    { context, brain },
    {
      ...{ id: `${template}-${space}-${period}`, period, asOf, watermark },
      marking: space === 'demo' ? null : marking,
      createdAt: new Date(clock()).toISOString(),
    },
    (error) => {
      throw error
    },
  )
  if (filled.kind === 'filled') return filled.briefing
  throw new BriefingError(
    `--space ${space} has nothing to report for ${period}: ${filled.reason}. ` +
      (space === 'demo'
        ? 'Fill it: npm start, or npm run mock.'
        : 'Brains have to report first; --space demo shows how it looks.'),
  )
}

function brainOf({ cube }: ReadContext['context'], id: string, space: string) {
  const brain = cube.byId.get(id)
  if (brain) return brain
  const ids = cube.brains.map((one) => one.id)
  const close = nearest(id, ids) ?? ids[0]
  throw new BriefingError(
    `--brain ${id}: ${space} has no such brain. ` +
      (close === undefined ? 'No brain is registered there.' : `Did you mean ${close}?`),
  )
}

/** What was done, and what to do next. */
function tell(
  { out, space, template, marking }: Options,
  { title, period, asOf, items }: Briefing,
  vectorOnly: VectorOnly,
  say: (line: string) => void,
): void {
  const figures = items.filter(({ kind }) => kind === 'figure').length
  const texts = items.length - figures
  say(`简报已写出 · briefing written: ${out}`)
  say(`  ${title}`)
  say(
    `  模板 template ${template} · ${SPACE_NAMES[space].zh} ${space} · 期 period ${period} · 截至 as of ${asOf}`,
  )
  say(`  ${figures} 图 figures · ${texts} 段文字 texts`)
  if (marking !== null && space === 'demo')
    say('  演示数据不带传播范围标注 · demonstration data carry no marking: --marking was left out')
  for (const [reason, count] of vectorOnly) {
    say(
      `  ${count} 幅图片只有矢量（SVG），Office 2016 及以上可显示 · ${count} pictures are vectors (SVG) only: Office 2016 and later shows them`,
    )
    say(`  原因 why: ${reason}`)
  }
  if (space === 'demo' && !/演示|demo/i.test(out))
    say('  外发前请在文件名中注明“演示” · put 演示 or demo into the name before you pass it on')
  say('下一步 next: 打开核对文字与数字后再分发 · open it, check words and numbers, then pass it on')
}
