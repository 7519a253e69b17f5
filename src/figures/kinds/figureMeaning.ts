import type { Locale } from '../../domain/text.ts'

/** Where one fact stands in print: shown beside cited values. */
export interface Citation {
  readonly title: string
  readonly publisher: string
  readonly date: string
  /** C facts print 待核. */
  readonly unverified: boolean
}

/** What every figure carries, so that nothing is lost on the way to a slide. */
export interface Meaning {
  readonly id: string
  readonly locale: Locale
  readonly title: string
  /** Printed unit; empty where the marks carry their own. */
  readonly unit: string
  /** Printed period, e.g. 2026年1—10月. */
  readonly period: string
  /** Who is covered, e.g. 51/54 家报送. */
  readonly scope: string
  /** 口径. */
  readonly definition: string
  /** 数据来源: who published or reported; 模拟数据（种子 N） for simulated values. */
  readonly source: string
  readonly citations: readonly Citation[]
  /** 截至: the last day that the data stand for (ISO; only its year where a publication states no day); null for none. */
  readonly asOf: string | null
  /** Latest instant at which a value became known (ISO). */
  readonly knownAt: string | null
  readonly notes: readonly string[]
  /** The finding in one sentence; also the alternative text. */
  readonly finding: string
  /** True where any simulated observation went in. */
  readonly simulated: boolean
  /** Ids of the indicators it is made of: what the dictionary explains. */
  readonly indicators?: readonly string[]
  /** The entity that a total over everything shown is traced by: all, a domain, an adcode, a sub-industry. */
  readonly traced?: string | null
}
