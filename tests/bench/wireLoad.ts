import { connect } from 'node:net'

/** Requests a second and the 99th percentile of their time in milliseconds. */
export interface Load {
  readonly perSecond: number
  readonly p99: number
}

export interface Target {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

/** Enough to keep one server process busy; with more the tail shows queues and time slices only. */
const CONNECTIONS = 8

/**
 * Full load on one address for some seconds. A client that parses and decodes each answer costs several times
 * what the server spends and would measure itself; this one learns the length of the answer from the first and
 * then only counts bytes (every answer of a target is equally long).
 */
export async function load(target: Target, seconds: number): Promise<Load> {
  const length = await lengthOf(target)
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const connections = Array.from({ length: CONNECTIONS }, () => ask(target, length, until, times))
  const start = performance.now()
  await Promise.all(connections)
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / elapsed, p99: times[Math.floor(times.length * 0.99)] ?? NaN }
}

function requestText({ url, headers }: Target): string {
  const { pathname, host } = new URL(url)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}\r\n`
}

const open = ({ url }: Target) => {
  const { port, hostname } = new URL(url)
  return connect({ port: Number(port), host: hostname, noDelay: true })
}

/** Bytes of one whole answer; rejects when its status is another than the target's. */
function lengthOf(target: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = open(target)
    let received = Buffer.alloc(0)
    socket.once('error', reject)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const head = received.indexOf('\r\n\r\n')
      if (head === -1) return
      const text = received.subarray(0, head).toString('latin1')
      const body = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (received.length < head + 4 + body) return
      socket.destroy()
      if (text.startsWith(`HTTP/1.1 ${target.status} `)) resolve(head + 4 + body)
      else reject(new Error(text))
    })
    socket.write(requestText(target))
  })
}

/** One connection that asks again as soon as it has its answer, and notes how long each took. */
function ask(target: Target, length: number, until: number, times: number[]): Promise<void> {
  const request = requestText(target)
  return new Promise((resolve, reject) => {
    const socket = open(target)
    let missing = length
    let asked = performance.now()
    socket.once('error', reject)
    socket.once('close', () => resolve())
    socket.on('data', (part) => {
      missing -= part.length
      if (missing > 0) return
      const now = performance.now()
      if (missing < 0) socket.destroy(new Error('an answer was longer than the first'))
      times.push(now - asked)
      if (now >= until) return socket.destroy()
      missing = length
      asked = now
      socket.write(request)
    })
    socket.write(request)
  })
}
