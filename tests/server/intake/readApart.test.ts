import { describe, expect, it } from 'vitest'

import { readComments } from '../../../server/intake/annotate/commentsPart.ts'
import { annotateApart, readApart } from '../../../server/intake/readApart.ts'
import { readHashed } from '../../../server/intake/readHashed.ts'
import { FILE_LIMITS } from '../../../server/intake/workbook/limits.ts'
import { isQuick } from '../../../server/intake/workbook/isQuick.ts'
import { openZip } from '../../../server/intake/workbook/openZip.ts'
import { BRAINS, INDICATORS, TODAY } from './corpus.ts'
import { raw, report, REVENUE } from './corpusReport.ts'

const plain = report([[...REVENUE, 100]])
/** Rows of other figures below the report: a megabyte of them and more. */
const large = report([
  [...REVENUE, 100],
  ...Array.from({ length: 25_000 }, (_, i) => [null, null, null, null, null, i]),
])

const uploadOf = ({ bytes, fileName }: typeof plain) => ({
  ...{ bytes, fileName, contentType: '', brains: BRAINS, indicators: INDICATORS, today: TODAY },
  expect: { brain: 'tyre', period: '2026-10' },
})

describe('a file', () => {
  it('is quick by what it unpacks to, or where it is refused unread', () => {
    expect(isQuick(plain.bytes)).toBe(true)
    expect(isQuick(large.bytes)).toBe(false)
    expect(isQuick(raw('a,b\n'.repeat(300_000), 'a.csv').bytes)).toBe(false)
    expect(isQuick(raw('PK no package', 'a.xlsx').bytes)).toBe(true)
    expect(isQuick(new Uint8Array(FILE_LIMITS.bytes + 1))).toBe(true)
  })

  it('that is large is read in a thread as it is read here', async () => {
    const upload = uploadOf(large)
    const apart = await readApart(upload)
    expect(apart).toEqual(readHashed(upload))
    expect(apart.read.cells).toMatchObject([{ value: 100 }])
  })

  it('that is large is annotated in a thread', async () => {
    const { read } = readHashed(uploadOf(large))
    const zip = openZip(await annotateApart(large.bytes, read.findings, 'zh-CN'), FILE_LIMITS)
    const part = zip.entries.get('xl/intakeComments1.xml')
    expect(part && readComments(zip.read(part)).length).toBeGreaterThan(0)
  })
})
