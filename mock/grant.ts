import { readFile } from 'node:fs/promises'

import { UsageError } from './options.ts'

/**
 * The simulator's grant: of the environment, else of the file that the service writes at its first start.
 * Throws UsageError when there is neither.
 */
export async function readGrant(environment: string | undefined, file: string): Promise<string> {
  if (environment) return environment
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'))
    const grant = (content as { grant?: unknown } | null)?.grant
    if (typeof grant === 'string' && grant !== '') return grant
  } catch (cause) {
    throw new UsageError(
      `No simulator grant: ${file} cannot be read. Start the service once, or set SIMULATOR_GRANT.`,
      { cause },
    )
  }
  throw new UsageError(`No simulator grant: ${file} must hold {"grant": "…"}.`)
}
