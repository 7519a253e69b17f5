import type { LifecycleEvent } from '../event.ts'
import { compareEvents } from '../lifecycle.ts'

/** A 限期整改 and what ended it: 整改完成 or 取消资格; null while it is open. */
export interface Order {
  readonly event: LifecycleEvent
  readonly end: LifecycleEvent | null
}

/**
 * The orders of one brain in the order of the fold, from its standing events. 整改完成 ends the order that it names, else
 * the oldest that is open; 取消资格 ends all.
 */
export function ordersOf(standing: readonly LifecycleEvent[]): readonly Order[] {
  const orders: { readonly event: LifecycleEvent; end: LifecycleEvent | null }[] = []
  for (const event of [...standing].sort(compareEvents)) {
    const open = orders.filter(({ end }) => end === null)
    if (event.kind === 'rectificationOrdered') orders.push({ event, end: null })
    if (event.kind === 'disqualified') for (const order of open) order.end = event
    if (event.kind !== 'rectified') continue
    const closed = event.order == null ? open[0] : open.find((one) => one.event.id === event.order)
    if (closed) closed.end = event
  }
  return orders
}
