import { DOMAIN_IDS } from '../domain/brain.ts'
import { clusterRevenue as indicator } from '../domain/catalogue/headline.ts'
import { isPresent, type Reading } from '../domain/reading.ts'
import { matchedGroups, yearOnYearName } from './comparable.ts'
import { groupCoverage, isPartial, withPartial } from './coverage.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { BarRow } from './kinds/barFigure.ts'
import { groupReadings, hasData, latestMonth, provinceReading } from './latest.ts'
import { absentFigure, coverageText, reportedMeaning } from './meaning.ts'
import { formatChange, quantityOf, withPercent } from './text/number.ts'
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
    const matched = matchedGroups(context, indicator.id, period, 'domain')
    const rows = domainRows(context, period)
    const partial = rows.some(({ coverage }) => isPartial(coverage))
    const { unit } = quantityOf({ value: 0, covered: 0, expected: 0 }, indicator.unit, locale)
    return {
      ...reportedMeaning(context, indicator, period, {
        id: ID,
        title,
        unit: [
          unit,
          matched.size > 0
            ? say(locale, '同口径同比 %', '% y/y, like for like')
            : say(locale, '同比 %', '% on the year'),
        ].join(' · '),
        scope: coverageText(provinceReading(context, indicator.id, period), context),
        finding: finding(context, title, unit, rows, matched),
      }),
      kind: 'bar',
      layout: 'plain',
      series: [{ id: 'revenue', name: title, role: 'fact' }],
      columns: [
        unit,
        matched.size > 0
          ? say(locale, '同口径同比 %', '% y/y, like for like')
          : say(locale, '同比 %', '% y/y'),
        ...(partial ? [say(locale, '报送不全', 'incomplete')] : []),
      ],
      rows: partial ? rows.map(withMark) : rows,
      breakAfter: null,
      threshold: null,
    }
  },
}

/** The column of those that not everybody reported; complete ones stay empty. */
const withMark = (row: BarRow): BarRow => ({
  ...row,
  columns: [
    ...row.columns,
    {
      text: isPartial(row.coverage) ? `${row.coverage?.covered}/${row.coverage?.expected}` : '',
      below: false,
    },
  ],
})

function finding(
  { locale }: FigureContext,
  title: string,
  unit: string,
  [first]: readonly BarRow[],
  matched: ReadonlySet<string>,
): string {
  if (first?.values[0] == null)
    return say(locale, `${title}：各领域均未报送。`, `${title}: no domain has reported.`)
  const [amount, growth] = first.columns.map(({ text }) => text)
  const value = withPartial(`${amount} ${unit}`, first.coverage, locale)
  const name = yearOnYearName(matched.has(first.id), locale)
  const change =
    growth === NO_CHANGE
      ? ''
      : say(
          locale,
          `，${name} ${withPercent(growth ?? '')}`,
          `, ${withPercent(growth ?? '')} ${name.toLowerCase()}`,
        )
  return say(
    locale,
    `${first.label}最高，${value}${change}。`,
    `${first.label} leads with ${value}${change}.`,
  )
}

const NO_CHANGE = '—'

function domainRows(context: FigureContext, period: string): BarRow[] {
  const { locale } = context
  const changes = groupReadings(context, indicator.id, period, 'domain', 'yearOnYear')
  return groupReadings(context, indicator.id, period, 'domain')
    .filter(({ members, reading }) => members.length > 0 && !isUnexpected(reading))
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
            text: growth === null ? NO_CHANGE : formatChange(growth, locale),
            below: growth !== null && growth < 0,
          },
        ],
        warning: null,
        coverage: groupCoverage(reading),
      }
    })
    .sort(byValueOtherLast)
}

/** A group of brains that only publications name: nobody reports there, and nobody has to. */
const isUnexpected = (reading: Reading): boolean =>
  !isPresent(reading) && reading.absent === 'notPublic' && reading.expected === 0

const byValueOtherLast = (a: BarRow, b: BarRow): number =>
  Number(a.id === LAST) - Number(b.id === LAST) || (b.values[0] ?? -1) - (a.values[0] ?? -1)
const LAST = DOMAIN_IDS[DOMAIN_IDS.length - 1]
