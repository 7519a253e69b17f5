import { schemaExample } from './schemaExample.ts'
import type { LocalText } from './text.ts'

interface Media {
  readonly schema?: unknown
  readonly example?: unknown
}
type Content = Readonly<Record<string, Media>>

interface ParameterEntry {
  readonly name: string
  readonly in: string
  readonly required?: boolean | undefined
  readonly description?: string | undefined
  readonly 'x-zh'?: string | undefined
  readonly example?: string | undefined
  readonly schema?:
    | { readonly enum?: readonly string[] | undefined; readonly default?: string | undefined }
    | undefined
}

interface OperationEntry {
  readonly summary: string
  readonly 'x-zh'?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[] | undefined
  readonly parameters?: readonly ParameterEntry[] | undefined
  readonly requestBody?: { readonly content: Content } | undefined
  readonly responses: Readonly<Record<string, { readonly content?: Content | undefined }>>
}

/** The parts of an OpenAPI document that people read. */
export interface ApiDescription {
  readonly tags: readonly {
    readonly name: string
    readonly description: string
    readonly 'x-zh'?: string | undefined
  }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationEntry>>>>
}

export interface ApiParameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly text: LocalText | null
  readonly values: readonly string[]
  readonly fallback: string | null
  readonly example: string | null
}

/** An example of what is sent or answered; JSON is laid out with two blanks. */
export interface ApiExample {
  readonly type: string
  readonly text: string
}

export interface ApiRoute {
  /** Stable within the document: GET /api/spaces. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: LocalText
  /** Names of the ways to prove a right, any one of which will do; empty where none is needed. */
  readonly rights: readonly string[]
  readonly parameters: readonly ApiParameter[]
  readonly body: ApiExample | null
  readonly answers: readonly string[]
  readonly examples: readonly ApiExample[]
}

export interface ApiGroup {
  readonly name: string
  readonly title: LocalText
  readonly routes: readonly ApiRoute[]
}

/** Routes of an OpenAPI document in its groups (tags), in the document's order; empty groups are left out. */
export function readApi({ tags, paths }: ApiDescription): readonly ApiGroup[] {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({
      entry,
      route: routeOf(path, method, entry),
    })),
  )
  return tags
    .map(({ name, description, 'x-zh': zh }) => ({
      name,
      title: { zh: zh ?? description, en: description },
      routes: routes.filter(({ entry }) => entry.tags?.includes(name)).map(({ route }) => route),
    }))
    .filter((group) => group.routes.length > 0)
}

function routeOf(path: string, method: string, entry: OperationEntry): ApiRoute {
  const name = method.toUpperCase()
  const ok = Object.entries(entry.responses).find(([status]) => status.startsWith('2'))
  return {
    id: `${name} ${path}`,
    method: name,
    path,
    summary: { zh: entry['x-zh'] ?? entry.summary, en: entry.summary },
    rights: (entry.security ?? []).flatMap((way) => Object.keys(way)),
    parameters: [...(entry.parameters ?? [])].map(parameterOf).sort(byPlace),
    body: examplesOf(entry.requestBody?.content)[0] ?? null,
    answers: Object.keys(entry.responses),
    examples: examplesOf(ok?.[1].content),
  }
}

/** Those of the path come first. */
const byPlace = (a: ApiParameter, b: ApiParameter): number =>
  Number(b.in === 'path') - Number(a.in === 'path')

const parameterOf = (entry: ParameterEntry): ApiParameter => ({
  name: entry.name,
  in: entry.in,
  required: entry.required ?? false,
  text:
    entry.description === undefined
      ? null
      : { zh: entry['x-zh'] ?? entry.description, en: entry.description },
  values: entry.schema?.enum ?? [],
  fallback: entry.schema?.default ?? null,
  example: entry.example ?? null,
})

const examplesOf = (content: Content = {}): ApiExample[] =>
  Object.entries(content).map(([type, { schema, example }]) => {
    const value = example ?? schemaExample(schema)
    return { type, text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) }
  })
