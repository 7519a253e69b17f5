import { platform } from 'node:os'

import { BriefingError } from './briefing/briefingError.ts'
import { servedDocuments, storeDocuments } from './briefing/documents.ts'
import { fontFolders } from './briefing/findFaces.ts'
import { readOptions, USAGE } from './briefing/options.ts'
import { makeRasterise } from './briefing/rasterise.ts'
import { run } from './briefing/run.ts'
import { configOfProcess } from './main.ts'
import { StartError } from './startError.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A reader that has seen enough, such as `head`, ends what is said, not what is made. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** `npm run briefing`: the same briefing that a person makes by hand, from the store or a running service. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    say(USAGE)
    return
  }
  const { dataDir, publicOrigin, host, port, briefingFont, briefingToken } = configOfProcess({
    quiet: true,
  })
  const { url, space } = options
  await run(options, {
    openDocuments: () =>
      url === null
        ? storeDocuments(dataDir, space, Date.now)
        : Promise.resolve(servedDocuments(url, space, briefingToken)),
    site: url ?? publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    rasterise: makeRasterise({ chosen: briefingFont, folders: fontFolders(platform()) }),
    ...{ clock: Date.now, say },
  })
}

/** 1 with a sentence for what a person can mend, with a stack for everything else. */
if (import.meta.main)
  main().catch((error: unknown) => {
    const known = error instanceof BriefingError || error instanceof StartError
    process.stderr.write(
      known ? `${error.message}\n` : `${String(error instanceof Error ? error.stack : error)}\n`,
    )
    process.exitCode = 1
  })
