import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'

import { makeGroupCommit } from '../../server/intake/groupCommit.ts'
import { nearest } from '../../server/intake/nearest.ts'
import { firstJsonError, tooDeepAt } from '../../server/intake/scanJson.ts'
import type { HttpProblem } from '../../server/http/problem.ts'
import { localeOf, problemResponse } from '../../server/http/problem.ts'
import { isPagePath } from '../../server/page/isPagePath.ts'
import { areMapsStale, isPageStale } from '../../server/page/isStale.ts'
import { readPageFiles } from '../../server/page/pageFiles.ts'
import { requireWritable } from '../../server/requireWritable.ts'
import { pageRoute } from '../../server/routes/pageRoute.ts'
import { makeSpaceClock } from '../../server/space/clock.ts'
import type { ReportOutcome, ReportWrite } from '../../server/store/store.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('scanning JSON', () => {
  it('finds no fault in anything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(firstJsonError(text)).toBe(text.length)
      }),
    )
  })

  it('finds a fault no later than the text is cut or spoiled', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { minLength: 1 }), fc.nat(), (parts, at) => {
        const text = `[${parts.join(',')}]`
        const cut = at % text.length
        expect(firstJsonError(`${text.slice(0, cut)}\u0001`)).toBeLessThanOrEqual(cut)
      }),
    )
  })

  it('counts only brackets outside texts', () => {
    expect(tooDeepAt(bytes('[[["[[[["]]]'), 3)).toBe(-1)
    expect(tooDeepAt(bytes('["\\"[[[[", [[]]]'), 2)).toBe(12)
    expect(tooDeepAt(bytes('{"a\\\\":[[1]]}'), 3)).toBe(-1)
    expect(tooDeepAt(bytes('"never closed [[[['), 0)).toBe(-1)
  })
})

describe('the nearest id', () => {
  it.each([
    ['cluster.revenu', 'cluster.revenue'],
    ['cluster.Revenue', 'cluster.revenue'],
    ['racks.compute', null],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, ['cluster.revenue', 'compute.racksBuilt'])).toBe(expected)
  })
})

describe('the clock of a space', () => {
  const noon = Date.parse('2031-05-05T04:00:00Z')

  it('stands on the pinned day in demo and on the real one in main', () => {
    expect(makeSpaceClock('demo', () => noon, null).today()).toBe('2026-11-22')
    expect(makeSpaceClock('main', () => noon, null).today()).toBe('2031-05-05')
    const known = makeSpaceClock('demo', () => noon, null).knownNow()
    expect(new Date(known).toISOString()).toBe('2026-11-22T04:00:00.000Z')
  })

  it('turns at midnight in Shandong', () => {
    const at = (time: string) => makeSpaceClock('main', () => Date.parse(time), null).today()
    expect(at('2026-11-21T15:59:59Z')).toBe('2026-11-21')
    expect(at('2026-11-21T16:00:00Z')).toBe('2026-11-22')
  })

  it('never gives an instant twice or one before what is known', () => {
    const clock = makeSpaceClock('main', () => noon, noon + 5_000)
    expect(clock.knownNow()).toBe(noon + 5_001)
    expect(clock.knownNow()).toBe(noon + 5_002)
    clock.seen(noon + 9_000)
    expect(clock.knownNow()).toBe(noon + 9_001)
  })
})

describe('group commit', () => {
  const report = (by: string): ReportWrite => ({
    ...{ brain: null, period: null, by, reason: null, receivedAt: 0, knownAt: 0 },
    ...{ sha256: '', source: null, origin: 'reported', cells: [] },
  })
  const stored: ReportOutcome = { kind: 'stored', report: 'R1', added: 0, revised: 0, unchanged: 0 }

  it('lets reports that wait together share a commit, in order and within bounds', async () => {
    const groups: string[][] = []
    const { submit } = makeGroupCommit((reports) => {
      groups.push(reports.map(({ by }) => by))
      return Promise.resolve({ outcome: reports.map(() => stored), changes: [] })
    }, 2)
    await Promise.all(['a', 'b', 'c'].map((by) => submit(report(by))))
    expect(groups).toEqual([['a', 'b'], ['c']])
  })

  it('acknowledges nothing before the commit', async () => {
    let commit = (): void => undefined
    const committed = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { submit } = makeGroupCommit(async () => {
      await committed
      return { outcome: [stored], changes: [] }
    })
    const order: string[] = []
    const acknowledged = submit(report('a')).then(() => order.push('acknowledged'))
    await new Promise((resolve) => setImmediate(resolve))
    order.push('committed')
    commit()
    await acknowledged
    expect(order).toEqual(['committed', 'acknowledged'])
  })

  it('fails one report alone, or all of a commit that fails', async () => {
    const error = new Error('no space')
    const one = makeGroupCommit((reports) =>
      Promise.resolve({
        outcome: reports.map(({ by }): ReportOutcome =>
          by === 'b' ? { kind: 'failed', error } : stored,
        ),
        changes: [],
      }),
    )
    const results = await Promise.allSettled(['a', 'b'].map((by) => one.submit(report(by))))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    const all = makeGroupCommit(() => Promise.reject(error))
    await expect(all.submit(report('a'))).rejects.toBe(error)
    await expect(all.submit(report('b'))).rejects.toBe(error)
  })

  it('says that it is busy rather than growing', async () => {
    const { submit } = makeGroupCommit(() => new Promise(() => undefined), 1, 2)
    void submit(report('a'))
    void submit(report('b'))
    await expect(submit(report('c'))).rejects.toMatchObject({ status: 503 })
  })
})

describe('page files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brain-page-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'let x = 1;'.repeat(100))
  writeFileSync(join(folder, 'assets/font.woff2'), Buffer.alloc(1000))

  const app = async (path = folder): Promise<Hono> => {
    const hono = new Hono()
    pageRoute(hono, { page: await readPageFiles(path) })
    hono.onError((error) => problemResponse(error as HttpProblem, localeOf('en')))
    return hono
  }
  const get = async (path: string) =>
    (await app()).request(path, { headers: { 'accept-encoding': 'br' } })

  it('named by their content never change, the page itself is revalidated', async () => {
    const script = await get('/assets/app-1a2b.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect((await get('/index.html')).headers.get('cache-control')).toBe('no-cache')
  })

  it('compressed by their own format go out as they are', async () => {
    expect((await get('/assets/font.woff2')).headers.get('content-encoding')).toBeNull()
  })

  it.each([
    ...['/', '/main', '/demo', '/demo/', '/demo/wall', '/main/desk', '/main/desk/', '/demo/data'],
    ...['/demo/indicators', '/demo/indicators/cluster.revenue', '/demo/brain/sd-brain.js'],
    ...['/main/trace/cluster.revenue/%E8%84%91/2026-10', '/demo/compare', '/demo/platforms'],
  ])('%s is the page', async (path) => {
    expect(await (await get(path)).text()).toBe('<!doctype html>')
  })

  it.each([
    ...['/assets/none.js', '/..%2f..%2fetc/passwd.txt', '/api/none', '/index.html.br'],
    ...[
      '/.git/config',
      '/%00',
      '/admin',
      '/demo/none',
      '/demo/brain',
      '/demo/wall/x',
      '/other/wall',
    ],
    ...['/demo/.env', '/demo/trace/cluster.revenue', '//demo/wall', '/demowall'],
  ])('%s is nothing', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('are given out for every path that the page’s router has', () => {
    const router = readFileSync(join(import.meta.dirname, '../../src/app/router.ts'), 'utf8')
    const paths = [...router.matchAll(/path: `\/\$\{space\}(\/[^`]*)`/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths) {
      const filled = path.replaceAll(/\/:\w+\??/g, '/x')
      expect(isPagePath(`/demo${filled}`), path).toBe(true)
      expect(
        isPagePath(`/demo${path.replaceAll(/\/:\w+\?/g, '').replaceAll(/:\w+/g, 'x')}`),
        path,
      ).toBe(true)
    }
  })

  it('that are missing altogether are said to be not built', async () => {
    const hono = await app(join(folder, 'none'))
    expect((await hono.request('/demo/wall')).status).toBe(503)
  })
})

describe('the built page', () => {
  const root = mkdtempSync(join(tmpdir(), 'brain-built-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const changed = (path: string, second: number): void => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), '')
    utimesSync(join(root, path), second, second)
  }

  it('is stale when it is missing or a source is newer', () => {
    changed('maps/build.ts', 10)
    changed('src/app/deep/main.ts', 20)
    expect([areMapsStale(root), isPageStale(root)]).toEqual([true, true])
    changed('public/maps/city.json', 30)
    changed('dist/index.html', 40)
    expect([areMapsStale(root), isPageStale(root)]).toEqual([false, false])
    changed('src/app/deep/main.ts', 50)
    expect([areMapsStale(root), isPageStale(root)]).toEqual([false, true])
    changed('maps/build.ts', 60)
    expect([areMapsStale(root), isPageStale(root)]).toEqual([true, true])
  })
})

it('a data folder that never answers is refused after a while', async () => {
  const probe = (): Promise<void> => new Promise(() => undefined)
  await expect(requireWritable('/away', { limit: 1, probe })).rejects.toMatchObject({
    code: 'folderUnwritable',
    message: expect.stringContaining('/away'),
  })
})
