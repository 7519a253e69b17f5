import type { ExportNote } from '../contract/registryList.ts'
import { DataError } from '../data/dataError.ts'
import { usePorts } from './ports.ts'
import { useSpace } from './space.ts'

/** Tells the service that a figure or briefing of main became a file: its trail keeps who, what and when. */
export function useExportNote() {
  const { saved: connect } = usePorts()
  const place = useSpace()

  /** Never rejects: the file is made already, with or without the note. */
  return async (figure: string, format: ExportNote['format']): Promise<void> => {
    if (place.id !== 'main') return
    try {
      const note = { figure: figure.slice(0, 200), format, asOf: place.asOf }
      await (await connect()).noteExport(place.id, note)
    } catch (error) {
      if (!(error instanceof DataError)) throw error
    }
  }
}
