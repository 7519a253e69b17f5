import type { ServedDocument } from '../http/servedDocument.ts'

/** Documents kept; the least recently used goes first. 60 slices, a registry and some history of each. */
const KEPT = 512

export interface DocumentCache {
  /** The document under `key`, built at most once at a time; ready ones come back without a promise. */
  get(key: string, build: () => Promise<ServedDocument>): ServedDocument | Promise<ServedDocument>
}

export function makeDocumentCache(kept = KEPT): DocumentCache {
  const documents = new Map<string, ServedDocument | Promise<ServedDocument>>()
  return {
    get: (key, build) => {
      const known = documents.get(key) ?? building(documents, key, build)
      documents.delete(key)
      documents.set(key, known)
      const oldest = documents.size > kept ? documents.keys().next().value : undefined
      if (oldest !== undefined) documents.delete(oldest)
      return known
    },
  }
}

function building(
  documents: Map<string, ServedDocument | Promise<ServedDocument>>,
  key: string,
  build: () => Promise<ServedDocument>,
): Promise<ServedDocument> {
  const promise = build()
  promise.then(
    (document) => documents.has(key) && documents.set(key, document),
    () => documents.delete(key),
  )
  return promise
}
