import type { Feature } from 'write-excel-file/universal'

import type { Exported } from '../exported.ts'
import { CONTENT_TYPES, documentProperties, RELATIONS } from './documentProperties.ts'
import { lookFeature } from './lookFeature.ts'

/** The look of our workbooks, and the document properties, which the library has not. */
export const bookFeature = (items: readonly Exported[]): Feature<Blob> => ({
  files: {
    transform: {
      ...lookFeature.files?.transform,
      '[Content_Types].xml': { insert: () => CONTENT_TYPES },
      '_rels/.rels': { insert: () => RELATIONS },
    },
    write: { files: () => ({ ...documentProperties(items) }) },
  },
})
