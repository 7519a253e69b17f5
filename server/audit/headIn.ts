import type { ChainHead } from './audit.ts'

/** `17:ab…` as a head; undefined for anything else. */
export function headIn(text: string): ChainHead | undefined {
  const [, seq, hash] = /^([1-9]\d{0,14}):([\da-f]{64})$/.exec(text) ?? []
  return seq && hash ? { seq: Number(seq), hash } : undefined
}
