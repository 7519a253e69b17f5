import { EventReceipt } from '../contract/registration.ts'
import type { EventWrite } from '../contract/registration.ts'
import { BrainHistory, RegistryDryRun, RegistryReceipt } from '../contract/registryList.ts'
import type { BrainChange } from '../contract/registryList.ts'
import { type ClientOptions, makeGet, makeSend } from './request.ts'
import { makeFile } from './requestFile.ts'

/** Lists of ten megabytes over a slow line. */
const UPLOAD_MS = 120_000

export type RegistrarClient = ReturnType<typeof makeRegistrarClient>

/** The registry as the office keeps it: entries with their history, events, official lists in and out. */
export function makeRegistrarClient(reach: ClientOptions) {
  const options = { timeout: UPLOAD_MS, ...reach }
  const [get, send, file] = [makeGet(options), makeSend(options), makeFile(options)]
  return {
    history: (space: string, brain: string) =>
      get(BrainHistory, [space, 'brains', brain, 'history'], {}),
    change: (space: string, change: BrainChange) =>
      send('PUT', [space, 'brains', change.entry.id], BrainHistory, { body: change }),
    addEvent: (space: string, event: EventWrite) =>
      send('POST', [space, 'events'], EventReceipt, { body: { events: [event] } }),
    dryRun: (space: string, list: File) =>
      send('POST', [space, 'registry', 'dry-run'], RegistryDryRun, bodyOf(list)),
    importList: (
      space: string,
      list: File,
      params: { readonly base: number; readonly reason?: string },
    ) => send('POST', [space, 'registry', 'import'], RegistryReceipt, { ...bodyOf(list), params }),
    list: (space: string, format: 'xlsx' | 'csv') =>
      file('GET', [space, 'registry', 'list'], { params: { format } }),
  }
}

/** A file goes as its bytes; its name may hold any character, a header may not. */
const bodyOf = (sent: File) => ({
  body: sent,
  headers: {
    'content-type': sent.type || 'application/octet-stream',
    'x-file-name': encodeURIComponent(sent.name),
  },
})
