import { usePorts } from './ports.ts'

/** Days that a shared link may be made for: a week, a month, a quarter. */
export const SHARE_DAYS = [7, 30, 92] as const

/** Makes a short address of a page that ends; whoever opens it sees what they may see. Rejects with a DataError. */
export function useShareLink() {
  const { saved: connect } = usePorts()
  return async (link: { readonly label: string; readonly days: number; readonly target: string }) =>
    (await connect()).share(link)
}
