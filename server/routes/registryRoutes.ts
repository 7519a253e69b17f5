import type { Context, Hono } from 'hono'

import {
  BrainChange,
  BrainHistory,
  ExportNote,
  REGISTRY_LIMITS,
  RegistryDryRun,
  RegistryReceipt,
} from '../../src/contract/index.ts'
import type { BrainVersionEntry } from '../../src/contract/index.ts'
import type { Asker } from '../auth/gate.ts'
import { actorOf } from '../auth/principal.ts'
import { attachment, XLSX } from '../http/attachment.ts'
import { described } from '../http/openapi.ts'
import type { QueryParameter } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { localeOf } from '../http/problem.ts'
import { fileNameOf } from '../intake/fileName.ts'
import { readBody, readJson } from '../intake/readJson.ts'
import {
  changeBrain,
  dryRunList,
  historyOf,
  importList,
} from '../intake/registryList/importList.ts'
import type { Editor } from '../intake/registryList/importList.ts'
import type { ListFile } from '../intake/registryList/readList.ts'
import { listCsv, listWorkbook } from '../intake/registryList/writeList.ts'
import { requireSchema } from '../intake/schemaFindings.ts'
import { scopedRegistry } from '../space/scopedRows.ts'
import type { BrainVersion } from '../store/store.ts'
import { answer, bodyOf, done } from './answer.ts'
import type { AppDeps } from './deps.ts'
import { asOfOf, spaceOf } from './deps.ts'
import { reasonOf } from './intakeQuery.ts'
import { noteBy } from './noteBy.ts'

const SMALL_BYTES = 100_000

const editorOf = ({ space, scope, principal }: Asker): Editor => {
  if (!space) throw new Error('the registry belongs to a space')
  return { space, scope, by: actorOf(principal) }
}

const versionEntry = ({ knownAt, ...version }: BrainVersion): BrainVersionEntry => ({
  ...version,
  knownAt: new Date(knownAt).toISOString(),
})

async function fileOf(c: Context): Promise<ListFile> {
  const contentType = c.req.header('content-type') ?? ''
  const fileName = fileNameOf(c.req.header('x-file-name'), contentType)
  return { bytes: await readBody(bodyOf(c), REGISTRY_LIMITS.bytes), fileName, contentType }
}

/** The registry as the office keeps it: entries with their history, official lists in and out. */
export function registryRoutes(app: Hono, deps: AppDeps): void {
  entries(app, deps)
  lists(app, deps)
  listFile(app, deps)
  exports(app, deps)
}

function entries(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)

  app.get(
    '/api/:space/brains/:id/history',
    described(
      {
        summary: 'Every version of a registry entry, newest first',
        zh: '一个产业大脑登记内容的各个版本，新的在前',
        ...{ group: 'reports', access: 'registry', answers: { 200: BrainHistory } },
        problems: [404],
      },
      async (c, asker) => {
        const brain = c.req.param('id') ?? ''
        const versions = await historyOf(editorOf(asker), brain)
        return answer({ brain, versions: versions.map(versionEntry) })
      },
    ),
  )

  app.put(
    '/api/:space/brains/:id',
    described(
      {
        summary: 'Change or add a brain; refused where somebody else was first',
        zh: '更改或新登记一个产业大脑；他人已先更改时拒绝',
        ...{ group: 'reports', access: 'registry', answers: { 200: BrainHistory } },
        ...{ problems: [400, 404, 409, 413, 415, 422], body: BrainChange },
      },
      async (c, asker) => {
        const editor = editorOf(asker)
        const brain = c.req.param('id') ?? ''
        const { value } = await readJson(bodyOf(c), SMALL_BYTES)
        const { versions, change } = await changeBrain(editor, brain, value)
        const { reason, version } = change
        const detail = { version: versions[0]?.version ?? 0, reason: reason ?? '' }
        const action = version === 0 ? 'registry.add' : 'registry.change'
        note(asker.principal, action, { space: editor.space.id, subject: brain, detail })
        return answer({ brain, versions: versions.map(versionEntry) })
      },
    ),
  )
}

const IMPORT_QUERY: readonly QueryParameter[] = [
  {
    name: 'base',
    text: {
      zh: '校核结果中的 base：其间名录有更改则拒绝',
      en: 'The base of the dry run that was seen',
    },
  },
  { name: 'reason', text: { zh: '更改原因', en: 'Why entries change' } },
]

function baseOf(c: Context): number | null {
  const text = c.req.query('base')
  if (text === undefined || text === '') return null
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw badQuery('base', { zh: '取校核结果中的 base。', en: 'Use the base of a dry run.' })
}

function lists(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)

  app.post(
    '/api/:space/registry/dry-run',
    described(
      {
        summary:
          'What an official list (XLSX, CSV, JSON) would change, row by row; nothing is stored',
        zh: '试导：逐行列出一份官方名单会改动什么，不存入',
        ...{ group: 'reports', access: 'registry', answers: { 200: RegistryDryRun } },
        problems: [400, 404, 413],
      },
      async (c, asker) => answer((await dryRunList(editorOf(asker), await fileOf(c))).answer),
    ),
  )

  app.post(
    '/api/:space/registry/import',
    described(
      {
        summary: 'Import an official list (XLSX, CSV, JSON), whole or not at all',
        zh: '导入官方名单，要么全部，要么不导入',
        ...{ group: 'reports', access: 'registry', answers: { 200: RegistryReceipt } },
        ...{ problems: [400, 404, 409, 413, 422], query: IMPORT_QUERY },
      },
      async (c, asker) => {
        const editor = editorOf(asker)
        const said = { base: baseOf(c), reason: reasonOf(c.req) }
        const file = await fileOf(c)
        const receipt = await importList(editor, file, said)
        const { id } = editor.space
        deps.log.info({ space: id, by: editor.by, ...receipt }, 'list imported')
        const { added, changed, events } = receipt
        const detail = { file: file.fileName, added, changed, events }
        note(asker.principal, 'registry.import', { space: id, subject: 'brains', detail })
        return answer(receipt)
      },
    ),
  )
}

function listFile(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)

  app.get(
    '/api/:space/registry/list',
    described(
      {
        summary: 'The registry as a list (XLSX or CSV) that can be imported again',
        zh: '产业大脑名录（XLSX 或 CSV），改后可再导入',
        ...{ group: 'reports', access: 'registry', answers: { 200: null }, problems: [400, 404] },
        query: [
          {
            name: 'format',
            text: { zh: '文件格式', en: 'Format of the file' },
            ...{ values: ['xlsx', 'csv'], fallback: 'xlsx' },
          },
          'asOf',
        ],
      },
      async (c, asker) => {
        const { space, scope } = editorOf(asker)
        const format = c.req.query('format') ?? 'xlsx'
        if (format !== 'xlsx' && format !== 'csv')
          throw badQuery('format', { zh: '取 xlsx 或 csv。', en: 'Use xlsx or csv.' })
        const registry = await space.store.registry(asOfOf(c.req))
        const { brains, events } = scopedRegistry(registry, await space.rows(scope))
        const locale = localeOf(c.req.header('accept-language'))
        const today = space.clock.today()
        const content = { brains, events, today, locale }
        note(asker.principal, 'registry.export', {
          ...{ space: space.id, subject: format, detail: { brains: brains.length } },
        })
        const name = `${locale === 'en' ? 'registry' : '产业大脑名录'}-${today}.${format}`
        return format === 'xlsx'
          ? attachment(await listWorkbook(content), name, XLSX)
          : attachment(Buffer.from(listCsv(content)), name, 'text/csv; charset=utf-8')
      },
    ),
  )
}

/** Files are made on the reader's machine: the page says so, and the trail of main keeps it. */
function exports(app: Hono, deps: AppDeps): void {
  const note = noteBy(deps)

  app.post(
    '/api/:space/exports',
    described(
      {
        summary: 'Take note that a figure left the screen as a file',
        zh: '记下一幅图已导出为文件',
        ...{ group: 'documents', access: 'read', answers: { 204: null } },
        ...{ problems: [400, 404, 413, 415], body: ExportNote },
      },
      async (c, { principal }) => {
        const { id } = spaceOf(deps, c.req)
        const { value } = await readJson(bodyOf(c), SMALL_BYTES)
        const { figure, format, asOf } = requireSchema(ExportNote, value)
        const detail = { format, asOf: asOf ?? '' }
        if (id === 'main') note(principal, 'figure.export', { space: id, subject: figure, detail })
        return done()
      },
    ),
  )
}
