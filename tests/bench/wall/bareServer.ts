import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Hono } from 'hono'

import { listenerOf } from '../../../server/main.ts'
import { readPageFiles } from '../../../server/page/pageFiles.ts'
import { pageRoute } from '../../../server/routes/pageRoute.ts'

/**
 * Gives out the folder of its argument just as the service gives out its page, in a process of its own;
 * says over IPC on which port it listens.
 */
const app = new Hono()
pageRoute(app, { page: await readPageFiles(process.argv[2] ?? '') })
const server = createServer(listenerOf(app))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
