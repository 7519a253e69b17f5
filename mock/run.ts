import * as z from 'zod/mini'

import { Interrupted } from './client.ts'
import type { Client } from './client.ts'
import { fill, observationsHeld } from './fill.ts'
import { simulate, type Simulation } from './generate.ts'
import { trickle } from './live.ts'
import { liveCommand, type Options } from './options.ts'
import type { ProgressLine } from './progressLine.ts'
import { scenarioFor } from './scenarios.ts'

/** What a run needs of its surroundings. */
export interface Surroundings {
  readonly client: Client
  readonly grant: string
  readonly say: (line: string) => void
  readonly progress: () => ProgressLine
  /** Milliseconds of a running clock. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<unknown>
  readonly signal: AbortSignal
}

const count = (value: number): string => value.toLocaleString('en-US')

async function fillOnce(simulation: Simulation, around: Surroundings): Promise<void> {
  const { client, grant, say, now } = around
  const progress = around.progress()
  const start = now()
  const summary = await fill(client, simulation, grant, progress.update).finally(progress.stop)
  const seconds = Math.max(0.001, (now() - start) / 1000)
  const rate = count(Math.round(summary.observations / seconds))
  say(
    `报送 reports ${count(summary.reports)} · 观测 observations ${count(summary.observations)}` +
      (summary.unchanged ? ` · 未变 unchanged ${count(summary.unchanged)}` : '') +
      ` · ${seconds.toFixed(1)} s · ${rate} 观测/秒 observations/s`,
  )
}

/**
 * One run: fills the demo space unless it holds data, then trickles when asked to.
 * Throws RequestFailed when the service refuses or stays away, Interrupted when a fill is broken off.
 */
export async function run(options: Options, around: Surroundings): Promise<void> {
  const { client, say } = around
  const simulation = simulate(scenarioFor(options.brains, options.seed))
  await client.get('/api/ready', z.unknown())
  const held = await observationsHeld(client, around.grant)
  if (held > 0 && !options.force) {
    say(
      `演示库已有 ${count(held)} 条观测，不再填充。 The demo space holds ${count(held)} observations` +
        ' already: nothing was sent. --force 重发并补齐 sends everything again and adds what is missing.',
    )
  } else await fillOnce(simulation, around)
  if (!options.live) {
    say(
      `打开大屏 open the wall: ${options.url}/  ·  实时演示 live reports: ${liveCommand(options)}`,
    )
    return
  }
  say(`每 ${options.interval} 秒报送一次修订 a revised figure every ${options.interval} s · Ctrl+C`)
  const { grant, pause, signal } = around
  const trickling = { grant, interval: options.interval, pause, say, signal }
  await trickle(client, simulation, trickling).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
}
