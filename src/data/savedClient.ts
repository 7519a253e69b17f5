import * as z from 'zod/mini'

import { SharedLinkAnswer, SharedLinkList } from '../contract/links.ts'
import { SavedAnswer, SavedEntry, SavedList } from '../contract/saved.ts'
import type { SavedWrite } from '../contract/saved.ts'
import type { ExportNote } from '../contract/registryList.ts'
import { type ClientOptions, makeGet, makeSend } from './request.ts'

/** An answer without a body. */
const NOTHING = z.unknown()

export type SavedKind = 'views' | 'briefings'
export type SavedClient = ReturnType<typeof makeSavedClient>

/** What an account keeps at the service: named views, briefings, links with an end; and the note of an export. */
export function makeSavedClient(options: ClientOptions) {
  const [get, send] = [makeGet(options), makeSend(options)]
  return {
    list: (kind: SavedKind) => get(SavedList, ['saved', kind], {}),
    read: (kind: SavedKind, id: string) => get(SavedAnswer, ['saved', kind, id], {}),
    put: (kind: SavedKind, id: string, body: SavedWrite) =>
      send('PUT', ['saved', kind, id], SavedEntry, { body }),
    remove: (kind: SavedKind, id: string) => send('DELETE', ['saved', kind, id], NOTHING),
    share: (body: { readonly label: string; readonly days: number; readonly target: string }) =>
      send('POST', ['shared-links'], SharedLinkAnswer, { body }),
    sharedLinks: () => get(SharedLinkList, ['shared-links'], {}),
    endSharedLink: (id: string) => send('DELETE', ['shared-links', id], NOTHING),
    noteExport: (space: string, body: ExportNote) =>
      send('POST', [space, 'exports'], NOTHING, { body }),
  }
}
