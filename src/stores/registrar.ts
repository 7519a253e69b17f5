import { defineStore } from 'pinia'

import type { BrainEntry, EventEntry, EventWrite } from '../contract/registration.ts'
import type {
  BrainVersionEntry,
  ListFinding,
  ListRowEntry,
  RegistryDryRun,
  RegistryField,
  RegistryReceipt,
} from '../contract/registryList.ts'
import { usePorts } from './ports.ts'
import { useRegistry } from './registry.ts'
import { useSpace } from './space.ts'

export type { BrainEntry, BrainVersionEntry, EventEntry, EventWrite, ListFinding, ListRowEntry }
export type { RegistryDryRun, RegistryField, RegistryReceipt }

/**
 * Changes of the registry of the space. Every action rejects with the service's DataError; after one that was
 * done the registry is fetched again.
 */
export const useRegistrar = defineStore('registrar', () => {
  const { registrar: connect } = usePorts()
  const registry = useRegistry()
  const place = useSpace()

  async function thenFollow<T>(action: Promise<T>): Promise<T> {
    const done = await action
    // No version has this number: what is held is out of date, whatever it is.
    await registry.follow(-1)
    return done
  }

  async function history(brain: string): Promise<readonly BrainVersionEntry[]> {
    return (await (await connect()).history(place.id, brain)).versions
  }

  /** `version` is the one that was seen, 0 for a new brain. */
  const change = async (entry: BrainEntry, version: number, reason: string | null) =>
    thenFollow((await connect()).change(place.id, { entry, version, reason }))

  const addEvent = async (event: EventWrite) =>
    thenFollow((await connect()).addEvent(place.id, event))

  const dryRun = async (list: File) => (await connect()).dryRun(place.id, list)

  /** `base` is that of the dry run that was seen. */
  const importList = async (list: File, base: number, reason: string) =>
    thenFollow((await connect()).importList(place.id, list, { base, ...(reason && { reason }) }))

  const listFile = async (format: 'xlsx' | 'csv') => (await connect()).list(place.id, format)

  return { history, change, addEvent, dryRun, importList, listFile }
})
