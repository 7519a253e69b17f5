import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { ChainHead, Verdict } from './audit/audit.ts'
import { headIn } from './audit/headIn.ts'
import { openAudit } from './audit/openAudit.ts'
import { configOfProcess, exitWith } from './main.ts'
import { StartError } from './startError.ts'

const USAGE = `Usage: npm run audit -- verify [--head SEQ:HASH]

Hashes the whole audit trail of DATA_DIR anew and says whether it holds. With --head, a head that was
written down earlier, it also finds entries that were cut off at the end. The service may go on meanwhile.

Exit codes: 0 the trail holds, 1 it does not, 2 the command was not understood.
`

const FAULTS: Readonly<Record<Extract<Verdict, { kind: 'broken' }>['fault'], string>> = {
  changed: 'its words do not fit its hash: it was changed',
  missing: 'it is missing',
  cut: 'the trail ends before the head that was written down: entries were cut off',
  foreignHead: 'another entry stands where the head that was written down was',
}

/** Says what `npm run audit` found; gives the exit code. Throws StartError. */
export async function verifyTrail(
  file: string,
  expected: ChainHead | undefined,
  say: (line: string) => void,
): Promise<0 | 1> {
  if (!existsSync(file))
    throw new StartError(
      'folderUnwritable',
      `There is no audit trail ${file}. Start the service once (npm start), or name its folder in DATA_DIR.`,
    )
  const audit = openAudit(file, { readOnly: true })
  try {
    const verdict = await audit.verify(expected)
    if (verdict.kind === 'broken') {
      say(`BROKEN at entry ${verdict.seq}: ${FAULTS[verdict.fault]}.`)
      say('Keep the file for the auditor and compare it with the last backup.')
      return 1
    }
    const { seq, hash } = verdict.head
    say(`The trail holds: ${verdict.entries} entries up to number ${seq}.`)
    say(`Write this head down elsewhere and verify against it next time: --head ${seq}:${hash}`)
    return 0
  } finally {
    await audit.close()
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    options: { head: { type: 'string' } },
    allowPositionals: true,
  })
  const head = values.head === undefined ? undefined : headIn(values.head)
  if (positionals.join(' ') !== 'verify' || (values.head !== undefined && !head)) {
    process.stdout.write(USAGE)
    process.exitCode = 2
    return
  }
  const file = join(configOfProcess({ quiet: true }).dataDir, 'audit.sqlite')
  process.exitCode = await verifyTrail(file, head, (line) => void process.stdout.write(`${line}\n`))
}

if (import.meta.main) main().catch(exitWith)
