import type { Locale } from '../../domain/text.ts'
import type { RuleFile, RuleFileDryRun, RuleFileReceipt } from '../../stores/programme.ts'

type Change = RuleFileDryRun['entries'][number]['change']

/** Words of the import and export of rules: pages of several word bundles show it. */
interface RuleFileWords {
  readonly what: string
  readonly kinds: Readonly<Record<RuleFile, string>>
  readonly changes: Readonly<Record<Change, string>>
  readonly export: string
  readonly import: string
  readonly busy: string
  readonly reason: string
  readonly confirm: string
  readonly nothingNew: string
  readonly blocked: string
  readonly signIn: string
  readonly done: (receipt: RuleFileReceipt) => string
}

const ZH: RuleFileWords = {
  what: '内容',
  kinds: {
    ...{ ruleSets: '规则集', scoreCards: '评分卡', lists: '榜单' },
    ...{ calendar: '工作日历', events: '过程事件' },
  },
  changes: {
    ...{ added: '新增', changed: '更改', unchanged: '不变' },
    ...{ removed: '将删去', rejected: '不接受' },
  },
  export: '导出',
  import: '选择导入文件（XLSX、CSV、JSON）',
  busy: '正在处理…',
  reason: '更改原因',
  confirm: '确认导入',
  nothingNew: '与现有内容相同，无须导入。',
  blocked: '有不符合规则之处，整份不导入；改正后重选文件。',
  signIn: '登录并有登记或评估权限后，可在此导出、导入规则文件。',
  done: ({ added, changed, removed }) =>
    `已导入：新增 ${added}，更改 ${changed}，删去 ${removed.length}。`,
}

const EN: RuleFileWords = {
  what: 'Content',
  kinds: {
    ...{ ruleSets: 'Rule sets', scoreCards: 'Score cards', lists: 'Lists' },
    ...{ calendar: 'Work-day calendar', events: 'Lifecycle events' },
  },
  changes: {
    ...{ added: 'new', changed: 'changed', unchanged: 'unchanged' },
    ...{ removed: 'to be deleted', rejected: 'refused' },
  },
  export: 'Export',
  import: 'Choose a file to import (XLSX, CSV, JSON)',
  busy: 'Working …',
  reason: 'Why it changes',
  confirm: 'Import',
  nothingNew: 'The same as what stands: nothing to import.',
  blocked: 'Something breaks a rule, so nothing is imported: correct the file and choose it again.',
  signIn: 'Sign in with the right to register or assess to take these files out and bring them in.',
  done: ({ added, changed, removed }) =>
    `Imported: ${added} new, ${changed} changed, ${removed.length} deleted.`,
}

export const ruleFileWords = (locale: Locale): RuleFileWords => (locale === 'en' ? EN : ZH)
