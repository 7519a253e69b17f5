import * as z from 'zod/mini'

const Media = z.object({ schema: z.optional(z.unknown()), example: z.optional(z.unknown()) })
const Content = z.record(z.string(), Media)

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path', 'header', 'cookie']),
  required: z.optional(z.boolean()),
  description: z.optional(z.string()),
  'x-zh': z.optional(z.string()),
  example: z.optional(z.string()),
  schema: z.optional(
    z.object({ enum: z.optional(z.array(z.string())), default: z.optional(z.string()) }),
  ),
})

const Operation = z.object({
  summary: z.string(),
  'x-zh': z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  security: z.optional(z.array(z.record(z.string(), z.array(z.string())))),
  parameters: z.optional(z.array(Parameter)),
  requestBody: z.optional(z.object({ content: Content })),
  responses: z.record(z.string(), z.object({ content: z.optional(Content) })),
})

/** What a page reads of /api/openapi.json (OpenAPI 3.1; Chinese texts beside the English as `x-zh`). */
export const ApiDocument = z.object({
  openapi: z.string(),
  tags: z.array(
    z.object({ name: z.string(), description: z.string(), 'x-zh': z.optional(z.string()) }),
  ),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})
export type ApiDocument = z.infer<typeof ApiDocument>
