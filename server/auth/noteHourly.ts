import type { Note } from '../routes/noteBy.ts'
import { actorOf } from './principal.ts'
import type { Principal } from './principal.ts'

const HOUR_MS = 3_600_000
/** What is remembered within an hour; with more, some is noted twice. */
const KEPT = 20_000

export type NoteHourly = (principal: Principal, action: string, what: Parameters<Note>[2]) => void

/** Notes the same only once an hour: who reads which document, without the question; who is refused what. */
export function noteHourly(note: Note, clock: () => number): NoteHourly {
  const seen = new Set<string>()
  let hour = 0
  return (principal, action, what) => {
    const now = Math.floor(clock() / HOUR_MS)
    if (now !== hour || seen.size >= KEPT) seen.clear()
    hour = now
    const key = `${actorOf(principal)} ${action} ${what.subject}`
    if (seen.has(key)) return
    seen.add(key)
    note(principal, action, what)
  }
}
