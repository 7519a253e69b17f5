import { DOMAIN_IDS } from '../domain/brain.ts'
import { clusterRevenue as indicator } from '../domain/catalogue/headline.ts'
import { isPresent } from '../domain/reading.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { BarRow } from './figure.ts'
import { groupReadings, hasData, latestMonth, provinceReading } from './latest.ts'
import { absentFigure, coverageText, reportedMeaning } from './meaning.ts'
import { formatChange, quantityOf } from './text/number.ts'
import { nextDue, notReportedYet } from './text/sentences.ts'
import { domainName } from '../domain/domainName.ts'
import { isDomain, say } from './text/words.ts'

const ID = 'domain-revenue'
const name = { zh: '分领域集群营业收入', en: 'Cluster revenue by domain' }

/** Cumulative revenue of each domain with its year-on-year change, largest first, 其他 last. */
export const domainRevenue: FigureDefinition = {
  id: ID,
  name,
  indicators: [indicator],
  build: (context) => {
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const period = latestMonth(context)
    if (!hasData(context, indicator.id, period))
      return absentFigure(
        context,
        ID,
        title,
        notReportedYet(context, indicator.id),
        nextDue(context),
      )
    const rows = domainRows(context, period)
    const first = rows[0]
    const { unit } = quantityOf({ value: 0, covered: 0, expected: 0 }, indicator.unit, locale)
    return {
      ...reportedMeaning(context, indicator, period, {
        id: ID,
        title,
        unit: `${unit} · ${say(locale, '同比 %', '% on the year')}`,
        scope: coverageText(provinceReading(context, indicator.id, period), context),
        finding:
          first?.values[0] != null
            ? say(
                locale,
                `${first.label}最高，${first.columns[0]?.text} ${unit}，同比 ${first.columns[1]?.text}。`,
                `${first.label} leads with ${first.columns[0]?.text} ${unit} (${first.columns[1]?.text} on the year).`,
              )
            : say(locale, `${title}：各领域均未报送。`, `${title}: no domain has reported.`),
      }),
      kind: 'bar',
      layout: 'plain',
      series: [{ id: 'revenue', name: title, role: 'fact' }],
      columns: [unit, say(locale, '同比 %', '% y/y')],
      rows,
      breakAfter: null,
      threshold: null,
    }
  },
}

function domainRows(context: FigureContext, period: string): BarRow[] {
  const { locale } = context
  const changes = groupReadings(context, indicator.id, period, 'domain', 'yearOnYear')
  return groupReadings(context, indicator.id, period, 'domain')
    .filter(({ members }) => members.length > 0)
    .map(({ id, reading }): BarRow => {
      const change = changes.find((other) => other.id === id)?.reading
      const growth = change && isPresent(change) ? change.value : null
      const amount = quantityOf(reading, indicator.unit, locale, { size: 0 })
      return {
        id,
        label: isDomain(id)
          ? domainName(id, locale)
          : say(locale, '领域未公开', 'domain not stated'),
        tone: isDomain(id) ? id : 'other',
        values: [amount.value],
        columns: [
          { text: amount.text, below: false },
          {
            text: growth === null ? '—' : formatChange(growth, locale),
            below: growth !== null && growth < 0,
          },
        ],
        warning: null,
      }
    })
    .sort(byValueOtherLast)
}

const byValueOtherLast = (a: BarRow, b: BarRow): number =>
  Number(a.id === LAST) - Number(b.id === LAST) || (b.values[0] ?? -1) - (a.values[0] ?? -1)
const LAST = DOMAIN_IDS[DOMAIN_IDS.length - 1]
