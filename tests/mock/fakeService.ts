import { Hono } from 'hono'

import type { Send } from '../../mock/client.ts'

interface Received {
  readonly path: string
  readonly authorization: string | null
  readonly grant: string | null
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * The least of a service that the simulator needs: it hands out tokens, counts cells, and gives `fails(n)` to
 * the n-th report instead of an answer when that is not null.
 */
export function fakeService(fails: (report: number) => Response | null = () => null) {
  const received: Received[] = []
  let [observations, reports] = [0, 0]
  const app = new Hono()
  app.use('/api/demo/*', async (c, next) => {
    received.push({
      path: c.req.path,
      authorization: c.req.header('authorization') ?? null,
      grant: c.req.header('x-simulator-grant') ?? null,
      body: await c.req.json(),
    })
    await next()
  })
  app.get('/api/ready', (c) => c.json({ status: 'ready' }))
  app.get('/api/spaces', (c) => c.json({ spaces: [{ id: 'demo', observations }] }))
  app.post('/api/demo/brains', async (c) => {
    const { brains } = await c.req.json<{ brains: { id: string }[] }>()
    return c.json({ tokens: brains.map(({ id }) => ({ brain: id, token: `token-${id}` })) })
  })
  app.post('/api/demo/brains/:id/tokens', (c) => {
    const brain = c.req.param('id')
    return c.json({ brain, token: `new-${brain}` }, 201)
  })
  app.post('/api/demo/events', (c) => c.json({ added: 1, unchanged: 0 }, 201))
  app.post('/api/demo/statements', (c) => c.json({ added: 1, unchanged: 0 }))
  app.post('/api/demo/reports', async (c) => {
    const failure = fails(++reports)
    if (failure) return failure
    const { brain, period, cells } = await c.req.json<{
      brain: string
      period: string
      cells: unknown[]
    }>()
    observations += cells.length
    const counts = { added: cells.length, revised: 0, unchanged: 0 }
    return c.json({ report: `r${reports}`, brain, period, knownAt: 'now', ...counts }, 201)
  })
  const send: Send = async (url, init) => app.request(url, init)
  return { send, received, observations: () => observations }
}
