import { Presets, SingleBar } from 'cli-progress'

import type { Progress } from './fill.ts'

export interface ProgressLine {
  readonly update: Progress
  readonly stop: () => void
}

/** One line every 10 %: for logs and pipes. */
export function plainProgress(say: (line: string) => void): ProgressLine {
  let tenths = 0
  return {
    update: (done, total, observations) => {
      const now = Math.floor((10 * done) / total)
      if (now === tenths) return
      tenths = now
      say(`${now * 10}%  报送 reports ${done}/${total}  观测 observations ${observations}`)
    },
    stop: () => undefined,
  }
}

/** A bar that stays on its line: for a terminal. */
export function barProgress(): ProgressLine {
  const format =
    '{bar} {percentage}%  {value}/{total} 报送 reports  {observations} 观测 observations'
  const bar = new SingleBar({ format, hideCursor: true }, Presets.shades_classic)
  let started = false
  return {
    update: (done, total, observations) => {
      if (!started) bar.start(total, 0, { observations })
      started = true
      bar.update(done, { observations })
    },
    stop: () => {
      if (started) bar.stop()
    },
  }
}
