/** What can happen to a brain, in the order of the programme's rules (notices of 2023 and 2024). */
export const EVENT_KINDS = [
  'applied', // 申报
  'reviewed', // 专家评审/现场答辩 passed
  'publicised', // 公示
  'piloted', // 公布为建设试点
  'pooled', // 入库培育
  'notSelected', // 未入选
  'accepted', // 验收通过
  'designated', // 正式挂牌
  'rectificationOrdered', // 限期整改
  'rectified', // 整改完成
  'notified', // 通报
  'interviewed', // 约谈
  'inspected', // 督查
  'assessed', // 年度考核评估
  'disqualified', // 取消资格
  'honoured', // 示范型等荣誉
  'withdrawn', // 登记更正: takes an event back
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

/** Outcome of a yearly assessment; the names are ours, the official grades are not public. */
export const GRADES = ['lead', 'onTime', 'remind', 'warn'] as const
export type Grade = (typeof GRADES)[number]

/**
 * Earliest day that an event may have. The programme began in 2020 at the earliest; the bound leaves
 * room for what came before it and keeps out slips of the pen (0001, 1800, 1925).
 */
export const EARLIEST_EVENT = '2000-01-01'

/** Whether an event's day can be true; a stored one that cannot is left out of every figure. */
export const isPlausibleEvent = ({ date }: { readonly date: string }): boolean =>
  date >= EARLIEST_EVENT

/** One dated event of a brain with its document. Dates are ISO days (Asia/Shanghai). */
export interface LifecycleEvent {
  readonly id: string
  readonly brain: string
  readonly kind: EventKind
  readonly date: string
  /** Title of the document or source id that orders it. */
  readonly document: string | null
  /** rectificationOrdered: the day by which it must be done. */
  readonly due?: string | null
  /** rectificationOrdered: who must do it, as the order says. */
  readonly owner?: string | null
  /**
   * rectified: id of the order that it closes; withdrawn: id of the event that it takes back; assessed: id of the
   * grade of the same year and day that it replaces.
   */
  readonly order?: string | null
  /** rectificationOrdered, disqualified, withdrawn, notified …: why, in one phrase. */
  readonly reason?: string | null
  /** assessed: year and grade. */
  readonly year?: number | null
  readonly grade?: Grade | null
  /** Who issued or entered it: an office or the signed-in name. */
  readonly actor?: string | null
  /** The signed-in name that entered it, where `actor` names somebody else. */
  readonly recordedBy?: string | null
}
