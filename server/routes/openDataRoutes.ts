import type { Context, Hono } from 'hono'

import { BrainList, DataAnswer, DataPage, IndicatorList } from '../../src/contract/index.ts'
import type { Asker } from '../auth/gate.ts'
import { described } from '../http/openapi.ts'
import { documentResponse } from '../http/servedDocument.ts'
import { answerDocument } from '../openData/answer.ts'
import {
  BRAIN_PARAMETERS,
  brainListing,
  indicatorListing,
  LISTING_PARAMETERS,
  readListingQuestion,
} from '../openData/listings.ts'
import { observationPage, readObservationQuestion } from '../openData/observationPage.ts'
import { makeOpenSpace } from '../openData/openSpace.ts'
import type { OpenSpace } from '../openData/openSpace.ts'
import { queryAnswer, readQueryQuestion } from '../openData/queryAnswer.ts'
import { spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'
import { EXAMPLES } from './openDataExamples.ts'
import { BRAIN_QUERY, LISTING_QUERY, OBSERVATION_QUERY, QUERY_QUERY } from './openDataParameters.ts'

/** Open data for other people's tools: reads only, every answer bounded, JSON or CSV. */
export function openDataRoutes(app: Hono, deps: AppDeps): void {
  const opened = new WeakMap<object, ReturnType<typeof makeOpenSpace>>()
  const openOf = (c: Context, { scope }: Asker): OpenSpace => {
    const space = spaceOf(deps, c.req)
    const open = opened.get(space) ?? makeOpenSpace(space)
    opened.set(space, open)
    return open.within(scope)
  }

  app.get(
    '/api/:space/data/observations',
    described(
      {
        summary: 'Cells by filter, in pages: the value or the reason for its absence',
        zh: '按条件取单元格，分页：数值或缺失原因',
        group: 'openData',
        access: 'read',
        answers: { 200: DataPage, 304: null },
        problems: [400, 404],
        query: OBSERVATION_QUERY,
        ...EXAMPLES.observations,
      },
      async (c, asker) => {
        const open = openOf(c, asker)
        const url = new URL(c.req.url)
        const question = await readObservationQuestion(open, url.searchParams)
        const asked = { subject: 'observations', format: question.format, question: c.req.url }
        const build = () => observationPage(open, question, url)
        return documentResponse(c.req, await answerDocument(open, asked, build))
      },
    ),
  )

  app.get(
    '/api/:space/data/query',
    described(
      {
        summary:
          'Measures by group, as the pages show them, with coverage and reasons; amounts with the decimals of the indicator, averages and changes with up to four more',
        zh: '按组计算度量，与页面同一算法，带覆盖数与缺失原因；数量及合计按指标小数位，均值与变化至多再多四位',
        group: 'openData',
        access: 'read',
        answers: { 200: DataAnswer, 304: null },
        problems: [400, 404],
        query: QUERY_QUERY,
        ...EXAMPLES.query,
      },
      async (c, asker) => {
        const open = openOf(c, asker)
        const question = await readQueryQuestion(open, new URL(c.req.url).searchParams)
        const asked = { subject: 'query', format: question.format, question }
        const build = () => queryAnswer(open, question)
        return documentResponse(c.req, await answerDocument(open, asked, build))
      },
    ),
  )

  app.get(
    '/api/:space/data/indicators',
    described(
      {
        summary: 'The indicators: unit, kind, how they add up, definition',
        zh: '指标：单位、类型、加总方式、口径',
        group: 'openData',
        access: 'read',
        answers: { 200: IndicatorList, 304: null },
        problems: [400, 404],
        query: LISTING_QUERY,
        ...EXAMPLES.indicators,
      },
      async (c, asker) => {
        const open = openOf(c, asker)
        const question = readListingQuestion(new URL(c.req.url).searchParams, LISTING_PARAMETERS)
        const asked = { subject: 'indicators', format: question.format, question }
        const build = () => Promise.resolve(indicatorListing(open, question))
        return documentResponse(c.req, await answerDocument(open, asked, build))
      },
    ),
  )

  app.get(
    '/api/:space/data/brains',
    described(
      {
        summary: 'The brains: domain, place, batch and the stage in which they stand',
        zh: '产业大脑：领域、所在地、批次与所处阶段',
        group: 'openData',
        access: 'read',
        answers: { 200: BrainList, 304: null },
        problems: [400, 404],
        query: BRAIN_QUERY,
        ...EXAMPLES.brains,
      },
      async (c, asker) => {
        const open = openOf(c, asker)
        const question = readListingQuestion(new URL(c.req.url).searchParams, BRAIN_PARAMETERS)
        const asked = { subject: 'brains', format: question.format, question }
        const build = () => brainListing(open, question)
        return documentResponse(c.req, await answerDocument(open, asked, build))
      },
    ),
  )
}
