import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { draftDocument } from '../../server/intake/openDraft.ts'
import { publishDraft, returnDraft, withdrawDraft } from '../../server/intake/reviewDraft.ts'
import { submitDraft } from '../../server/intake/submitDraft.ts'
import { undoReport } from '../../server/intake/undoReport.ts'
import { keptFile } from '../../server/intake/keptFile.ts'
import { readQuestion } from '../../server/intake/readQuestion.ts'
import { saveDraft } from '../../server/intake/submitDraft.ts'
import type { DraftHead } from '../../src/contract/index.ts'
import { csvOf, handIn, openIntake, sent, tryFile } from './intakeFixture.ts'
import type { IntakeFixture } from './intakeFixture.ts'

let fixture: IntakeFixture
beforeEach(async () => {
  fixture = await openIntake()
})
afterEach(() => fixture.close())

const RACKS = [
  ['compute.racksPlanned', '架', 1200],
  ['compute.racksBuilt', '架', 860],
] as const
const october = (revenue: number | string = 12.5) =>
  csvOf([['cluster.revenue', '亿元', revenue], ...RACKS])

const drafts = () => fixture.space.store.countDrafts({ states: null, brains: null, period: null })
const nothingStored = async () => {
  expect(await drafts()).toBe(0)
  expect(fixture.space.counts().observations).toBe(0)
  expect(existsSync(join(fixture.folder, 'files'))).toBe(false)
}
const publish = (draft: DraftHead, rest: object = {}) =>
  publishDraft(fixture.office, draft.id, {
    ...{ version: draft.version, status: null, reason: null },
    ...rest,
  })
const values = async () =>
  (await fixture.space.store.sliceCells('cluster.revenue', null)).map(({ value, status }) => [
    value,
    status,
  ])

describe('a dry run', () => {
  it('classes every cell by what stands, and stores nothing', async () => {
    const first = await tryFile(fixture.reporter, sent(october()))
    expect(first).toMatchObject({ counts: { added: 3, revised: 0 }, acceptable: true })
    await nothingStored()
    await publish((await handIn(fixture.reporter, sent(october()))).draft)
    const rows = [
      ['cluster.revenue', '亿元', 13],
      RACKS[0],
      ['compute.racksInUse', '架', 1],
    ] as const
    const second = await tryFile(fixture.reporter, sent(csvOf(rows)))
    expect(second.cells.map(({ indicator, change }) => [indicator, change])).toEqual([
      ['cluster.revenue', 'revised'],
      ['compute.racksPlanned', 'unchanged'],
      ['compute.racksInUse', 'added'],
    ])
    expect(second.cells[0]).toMatchObject({
      ...{ value: 13, before: { value: 12.5, status: 'final', report: 'R1' } },
      place: { cell: 'C2' },
    })
    expect(second.needs.reason).toBe(true)
  })

  it('names sheet, cell, rule and remedy of what is rejected', async () => {
    const seen = await tryFile(fixture.reporter, sent(october(-1)))
    expect(seen.acceptable).toBe(false)
    expect(seen.cells[0]).toMatchObject({ change: 'rejected' })
    expect(seen.findings).toContainEqual(
      expect.objectContaining({
        ...{ rule: 'min', severity: 'block', indicator: 'cluster.revenue' },
        place: { sheet: null, cell: 'C2', pointer: null },
        text: {
          zh: 'cluster.revenue（2026-10）读到“-1 亿元”，应为不小于 0 亿元。',
          en: expect.stringMatching(/ of 2026-10 was read as "-1 CNY 100 m", expected: at least 0/),
        },
      }),
    )
    for (const { text, remedy } of seen.findings)
      for (const words of [text.zh, text.en, remedy.zh, remedy.en]) expect(words).toMatch(/\S/)
  })

  it('says which figures a warning was drawn from, and those of no other brain', async () => {
    const september = sent(october(12.5), { period: '2026-09' })
    await publish((await handIn(fixture.reporter, september)).draft)
    const { findings } = await tryFile(fixture.reporter, sent(october(11)))
    const fallen = findings.find(({ related }) => related !== undefined)
    expect(fallen?.related).toEqual([
      { indicator: 'cluster.revenue', period: '2026-09', value: 12.5 },
    ])
  })

  it('of a file without figures says so', async () => {
    const seen = await tryFile(fixture.reporter, sent(csvOf([])))
    expect(seen.acceptable).toBe(false)
    expect(seen.findings.length).toBeGreaterThan(0)
  })

  it('of another brain than one reports for is a brain that is not there', async () => {
    const file = sent(october(), { brain: 'b' })
    await expect(tryFile(fixture.reporter, file)).rejects.toMatchObject({ status: 404 })
    await expect(tryFile(fixture.as('x', 'a', 'viewer'), file)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a submission', () => {
  it('keeps who, when, the file and its hash, and the place of each cell', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    expect(draft).toMatchObject({
      ...{ state: 'submitted', by: 'user:li', brain: 'a', period: '2026-10' },
      file: { name: '十月.csv', bytes: october().length },
    })
    const { bytes, name } = await keptFile(fixture.reporter, draft.file.sha256)
    expect([Buffer.from(bytes).equals(october()), name]).toEqual([true, '十月.csv'])
    expect(fixture.space.counts().observations).toBe(0)
  })

  it('with a fault stores nothing, not even the file', async () => {
    await expect(handIn(fixture.reporter, sent(october(-1)))).rejects.toMatchObject({
      ...{ status: 422, findings: [{ place: 'C2', rule: 'min' }] },
    })
    await nothingStored()
  })

  it('that fails while it is written leaves no draft', async () => {
    const failing = { ...fixture.reporter, files: { ...fixture.reporter.files } }
    failing.files.put = () => Promise.reject(new Error('disk full'))
    await expect(handIn(failing, sent(october()))).rejects.toThrow('disk full')
    await nothingStored()
  })

  it('of the same file names the earlier draft and keeps one file', async () => {
    const first = await handIn(fixture.reporter, sent(october()))
    const again = await handIn(fixture.as('zhao', 'a'), sent(october(), { fileName: 'b.csv' }))
    expect(again).toEqual({ draft: first.draft, known: true })
    expect(await drafts()).toBe(1)
    const folders = readdirSync(join(fixture.folder, 'files'))
    expect(folders).toEqual([first.draft.file.sha256.slice(0, 2)])
    expect(readdirSync(join(fixture.folder, 'files', folders[0] ?? ''))).toHaveLength(1)
  })

  it('of two reporters at once tells the second that the first handed in', async () => {
    const [li, zhao] = [fixture.reporter, fixture.as('zhao', 'a')]
    const { base } = await tryFile(zhao, sent(october(13)))
    const outcomes = await Promise.allSettled([
      handIn(li, sent(october(12)), base),
      handIn(zhao, sent(october(13)), base),
    ])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { status: 409, code: 'handedInSince' } })
    expect(await drafts()).toBe(1)
    const seen = await tryFile(zhao, sent(october(13)))
    expect(seen.latest).toMatchObject({ state: 'submitted', by: expect.stringMatching(/li|zhao/) })
    const second = await handIn(zhao, sent(october(14)), seen.base)
    expect(second.draft.state).toBe('submitted')
  })

  it('that changes nothing is refused', async () => {
    await publish((await handIn(fixture.reporter, sent(october()))).draft)
    const same = csvOf([RACKS[1], RACKS[0]])
    await expect(handIn(fixture.reporter, sent(same))).rejects.toMatchObject({ code: 'nothingNew' })
  })

  it('that revises wants a reason', async () => {
    await publish((await handIn(fixture.reporter, sent(october()))).draft)
    const revised = sent(october(11))
    await expect(handIn(fixture.reporter, revised)).rejects.toMatchObject({
      ...{ status: 422, findings: [{ rule: 'reason' }] },
    })
    const given = await handIn(fixture.reporter, { ...revised, reason: '口径调整' })
    expect(await publish(given.draft)).toMatchObject({ revised: 1, unchanged: 2 })
    expect(await values()).toEqual([[11, 'revised']])
  })

  it('with a warning wants an answer first, and keeps it', async () => {
    await publish((await handIn(fixture.as('zhou', 'b'), sent(october(), { brain: 'b' }))).draft)
    const file = sent(october())
    const { findings, needs } = await tryFile(fixture.reporter, file)
    expect(findings).toMatchObject([{ rule: 'sharedCentre', severity: 'warn' }])
    expect(JSON.stringify(findings)).not.toContain('"b"')
    await expect(handIn(fixture.reporter, file)).rejects.toMatchObject({ code: 'unanswered' })
    const question = await readQuestion(fixture.reporter, file)
    const request = { question, bytes: file.bytes, base: null, submit: null }
    const { draft } = await saveDraft(fixture.reporter, request)
    expect(draft).toMatchObject({ state: 'draft', warnings: 1 })
    const words = { version: draft.version, base: null, reason: null }
    await expect(
      submitDraft(fixture.reporter, draft.id, { ...words, answers: [] }),
    ).rejects.toMatchObject({ code: 'unanswered', findings: [{ rule: needs.answers[0] }] })
    const answers = needs.answers.map((finding) => ({ finding, text: '两脑各半' }))
    const handed = await submitDraft(fixture.reporter, draft.id, { ...words, answers })
    expect(handed.draft.state).toBe('submitted')
    const { steps } = await draftDocument(fixture.office, draft.id)
    expect(steps.at(-1)).toMatchObject({ kind: 'submitted', answers })
    await publish(handed.draft)
    const months = { from: '2026-10', to: '2026-10', indicators: [], asOf: null }
    const heads = await fixture.space.store.boardHeads(months)
    expect(heads.map(({ brain, warned }) => [brain, warned])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })

  it('of a draft is refused where someone handed in since it was kept', async () => {
    const file = sent(october())
    const question = await readQuestion(fixture.reporter, file)
    const request = { question, bytes: file.bytes, base: null, submit: null }
    const { draft } = await saveDraft(fixture.reporter, request)
    await handIn(fixture.as('zhao', 'a'), sent(october(13)))
    const words = { version: 1, reason: null, answers: [] }
    await expect(
      submitDraft(fixture.reporter, draft.id, { ...words, base: null }),
    ).rejects.toMatchObject({ code: 'handedInSince' })
    const { now } = await draftDocument(fixture.reporter, draft.id)
    const moved = await submitDraft(fixture.reporter, draft.id, { ...words, base: now.base })
    expect(moved.draft.state).toBe('submitted')
  })
})

describe('a review', () => {
  it('publishes once, as preliminary or final, with the place of each cell', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const receipt = await publish(draft, { status: 'preliminary' })
    expect(receipt).toMatchObject({ report: 'R1', added: 3 })
    expect(await values()).toEqual([[12.5, 'preliminary']])
    await expect(publish(draft)).rejects.toMatchObject({ status: 409, code: 'changedSince' })
    const query = { indicator: 'cluster.revenue', entity: 'a', period: null, asOf: null, limit: 9 }
    expect(await fixture.space.store.history(query)).toMatchObject([
      { place: { sheet: null, cell: 'C2' }, file: { name: '十月.csv' }, report: 'R1' },
    ])
    expect(await fixture.space.store.report('R1')).toMatchObject({ by: 'user:li' })
  })

  it('by two at once publishes once', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const outcomes = await Promise.allSettled([publish(draft), publish(draft)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(fixture.space.counts().observations).toBe(3)
  })

  it('that fails in the middle leaves neither figures nor a published draft', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const { store } = fixture.space
    const append = vi.spyOn(store, 'appendReports').mockImplementationOnce((reports) =>
      store.appendReports(
        reports.map((report) => ({
          ...report,
          cells: report.cells.map((cell, i) => (i === 2 ? { ...cell, absent: 'withheld' } : cell)),
        })),
      ),
    )
    await expect(publish(draft)).rejects.toThrow(/constraint/i)
    append.mockRestore()
    expect(fixture.space.counts().observations).toBe(0)
    expect((await store.draft(draft.id))?.head).toEqual(draft)
    expect(await publish(draft)).toMatchObject({ added: 3 })
  })

  it('returns a draft with a reason; the reporter answers by a new file', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const reason = '请核对营业收入'
    const back = await returnDraft(fixture.office, draft.id, { version: draft.version, reason })
    expect(back.state).toBe('returned')
    await expect(publish(back)).rejects.toMatchObject({ code: 'notAllowed' })
    const next = await handIn(fixture.reporter, sent(october(13)))
    expect(next.draft.id).not.toBe(draft.id)
    const { steps, head } = await draftDocument(fixture.reporter, draft.id)
    expect(head.state).toBe('withdrawn')
    expect(steps.map(({ kind, note }) => [kind, note])).toContainEqual(['returned', reason])
  })

  it('ends with the reporter taking the draft back', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const step = { version: draft.version, reason: null }
    expect((await withdrawDraft(fixture.reporter, draft.id, step)).state).toBe('withdrawn')
    const later = { version: draft.version + 1, reason: null }
    await expect(withdrawDraft(fixture.reporter, draft.id, later)).rejects.toMatchObject({
      ...{ status: 409, code: 'notAllowed' },
    })
  })

  it('tells a reporter of another brain nothing', async () => {
    const { draft } = await handIn(fixture.reporter, sent(october()))
    const stranger = fixture.as('zhou', 'b')
    const step = { version: draft.version, reason: 'x' }
    const base = { base: null, answers: [] }
    const missing = { status: 404 }
    await expect(draftDocument(stranger, draft.id)).rejects.toMatchObject(missing)
    await expect(withdrawDraft(stranger, draft.id, step)).rejects.toMatchObject(missing)
    await expect(returnDraft(stranger, draft.id, step)).rejects.toMatchObject(missing)
    await expect(submitDraft(stranger, draft.id, { ...step, ...base })).rejects.toMatchObject(
      missing,
    )
    await expect(keptFile(stranger, draft.file.sha256)).rejects.toMatchObject(missing)
    const { report } = await publish(draft)
    await expect(undoReport(stranger, report, 'x')).rejects.toMatchObject(missing)
  })
})

describe('taking a report back', () => {
  it('shows again what stood, keeps all history, and is itself taken back', async () => {
    await publish((await handIn(fixture.reporter, sent(october()))).draft)
    const second = await handIn(fixture.reporter, sent(october(99), { reason: '更正' }))
    const { report } = await publish(second.draft)
    const undone = await undoReport(fixture.office, report, '误报')
    expect(undone).toMatchObject({ report: 'R3', undoes: 'R2', restored: 1, emptied: 0 })
    expect(await values()).toEqual([[12.5, 'final']])
    expect(fixture.space.counts().observations).toBe(5)
    await undoReport(fixture.office, 'R3', '其实无误')
    expect(await values()).toEqual([[99, 'revised']])
    const { steps } = await draftDocument(fixture.office, second.draft.id)
    expect(steps.at(-1)).toMatchObject({ kind: 'undone', report: 'R3', note: '误报' })
  })

  it('is refused, naming the later reports, and for a report that is not there', async () => {
    await publish((await handIn(fixture.reporter, sent(october()))).draft)
    const second = await handIn(fixture.reporter, sent(october(99), { reason: '更正' }))
    await publish(second.draft)
    await expect(undoReport(fixture.office, 'R1', 'x')).rejects.toMatchObject({
      ...{ status: 409, code: 'superseded' },
      findings: [{ place: 'cluster.revenue@2026-10', remedy: { en: expect.stringMatching('R2') } }],
    })
    await expect(undoReport(fixture.office, 'R7', 'x')).rejects.toMatchObject({ status: 404 })
  })
})
