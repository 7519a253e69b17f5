import type { Brain } from '../../domain/brain.ts'
import { cityName } from '../../domain/region.ts'
import type { SpaceId } from '../../domain/space.ts'
import type { BrainEntry } from '../../stores/registrar.ts'

/** A registry entry as its form holds it: every field a text. */
export interface BrainForm {
  id: string
  name: string
  subIndustry: string
  domain: string
  city: string
  county: string
  place: string
  organiser: string
  leadUnit: string
  jointUnits: string
  batch: string
  honours: string
  /** A brain known from publications is taken into the registry. */
  register: boolean
}

export const FORM_TEXTS = ['name', 'subIndustry'] as const
export const FORM_UNITS = ['leadUnit', 'jointUnits', 'organiser', 'honours'] as const

const EMPTY: BrainForm = {
  ...{ id: '', name: '', subIndustry: '', domain: '', city: '', county: '', place: '' },
  ...{ organiser: '', leadUnit: '', jointUnits: '', batch: '', honours: '', register: false },
}

export const formOf = (brain: Brain | null): BrainForm =>
  brain === null
    ? { ...EMPTY }
    : {
        ...{ id: brain.id, name: brain.name, subIndustry: brain.subIndustry },
        ...{ domain: brain.domain ?? '', city: brain.city, county: brain.county ?? '' },
        ...{ place: brain.place, organiser: brain.organiser ?? '' },
        ...{ leadUnit: brain.leadUnit ?? '', jointUnits: brain.jointUnits.join('、') },
        ...{ batch: brain.batch === null ? '' : String(brain.batch) },
        honours: brain.honours.join('、'),
        register: false,
      }

const lines = (text: string): string[] =>
  text
    .split(/[、；;，,\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean)

const orNull = (text: string): string | null => text.trim() || null

/** The entry that a form states; what it does not show stays as it was. The service judges it. */
export function entryOf(form: BrainForm, before: Brain | null, space: SpaceId): BrainEntry {
  return {
    id: form.id.trim(),
    name: form.name.trim(),
    subIndustry: form.subIndustry.trim(),
    domain: (form.domain || null) as BrainEntry['domain'],
    city: form.city,
    county: form.county || null,
    place: form.place.trim() || cityName(form.city, 'zh-CN'),
    organiser: orNull(form.organiser),
    leadUnit: orNull(form.leadUnit),
    jointUnits: lines(form.jointUnits),
    batch: form.batch.trim() === '' ? null : Number(form.batch),
    honours: lines(form.honours),
    origin: form.register
      ? 'registered'
      : (before?.origin ?? (space === 'demo' ? 'simulated' : 'registered')),
    confidence: before?.confidence ?? null,
    sources: [...(before?.sources ?? [])],
  }
}
