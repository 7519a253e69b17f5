import { useI18n } from 'vue-i18n'

/** How the trail is printed: what was done, by whom, and its particulars. What has no word stays as it is. */
export function useAuditWords() {
  const i18n = useI18n()
  const t = (key: string, values = {}): string => i18n.t(key, values)
  const te = (key: string): boolean => i18n.te(key)

  const actionName = (action: string): string =>
    te(`audit.action.${action}`) ? t(`audit.action.${action}`) : action

  /** `user:李敏` is 李敏; `brain:x`, `wall:x` and those who are no person say what they are. */
  function actorName(actor: string): string {
    const [kind = '', name = ''] = actor.split(/:(.*)/su, 2)
    if (kind === 'user') return name
    return te(`audit.who.${kind}`) ? t(`audit.who.${kind}`, { name }) : actor
  }

  function particulars(detail: Readonly<Record<string, string | number>>): string {
    const nameOf = (part: string): string =>
      te(`audit.part.${part}`) ? t(`audit.part.${part}`) : part
    return Object.entries(detail)
      .filter(([, value]) => value !== '')
      .map(([part, value]) => `${nameOf(part)} ${value}`)
      .join(' · ')
  }

  return { actionName, actorName, particulars }
}
