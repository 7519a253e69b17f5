import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The yardstick of the slice bench: `node:http` sending one answer. Asks its parent for it over IPC
 * as { body (base64), headers }, then says on which port it listens.
 */
interface Answer {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

process.once('message', (message) => {
  const { body, headers } = message as Answer
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_, answer) => {
    answer.writeHead(200, headers)
    answer.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
