import type { DraftHead, DraftState, IntakeFindingEntry } from '../../src/contract/index.ts'
import type { LocalText } from '../../src/domain/text.ts'
import { instantText } from '../../src/figures/text/age.ts'
import { senderText } from '../../src/figures/text/trace.ts'
import { HttpProblem, notFound } from '../http/problem.ts'
import type { DraftRefusal } from '../store/draft.ts'
import { placeText } from './intakeCell.ts'
import { MAX_FINDINGS } from './schemaFindings.ts'

const STATE_TEXT: Readonly<Record<DraftState, LocalText>> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '已提交', en: 'handed in' },
  returned: { zh: '已退回', en: 'returned' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

/** 422 for a file that blocks: every finding at its sheet and cell. */
export const notAcceptable = (findings: readonly IntakeFindingEntry[]): HttpProblem =>
  new HttpProblem(
    422,
    'brokenRules',
    {
      zh: `有 ${findings.length} 处不符合规则，未存入任何数据。`,
      en: `${findings.length} fault(s) found; nothing was stored.`,
    },
    findings.slice(0, MAX_FINDINGS).map(({ place, rule, text, remedy }) => ({
      place: placeText(place),
      rule,
      remedy: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
    })),
  )

/** 422 for warnings without an answer. */
export const unanswered = (findings: readonly IntakeFindingEntry[]): HttpProblem =>
  new HttpProblem(
    422,
    'unanswered',
    {
      zh: `有 ${findings.length} 条提醒尚未说明，未提交。`,
      en: `${findings.length} warning(s) want an answer; nothing was handed in.`,
    },
    findings.slice(0, MAX_FINDINGS).map(({ id, place, text }) => ({
      place: placeText(place),
      rule: id,
      remedy: {
        zh: `${text.zh}请在 answers 中说明，或改正后重新上传。`,
        en: `${text.en} Answer it in "answers", or correct the file.`,
      },
    })),
  )

/** 422 for revisions without a reason. */
export const reasonMissing = (cells: number): HttpProblem =>
  new HttpProblem(
    422,
    'brokenRules',
    {
      zh: `有 ${cells} 项修订了已发布的数据，未说明原因。`,
      en: `${cells} cell(s) revise published figures without a reason.`,
    },
    [
      {
        place: '/reason',
        rule: 'reason',
        remedy: {
          zh: '在 reason 中说明修订原因。',
          en: 'Say in "reason" why the figures change.',
        },
      },
    ],
  )

/** 422 for a file that states nothing but what stands already. */
export const nothingNew = (): HttpProblem =>
  new HttpProblem(
    422,
    'nothingNew',
    {
      zh: '文件中的数据与已发布的完全相同，无须再报。',
      en: 'The file states nothing but what is published already.',
    },
    [
      {
        place: 'file',
        rule: 'nothingNew',
        remedy: { zh: '核对是否选错文件。', en: 'Check whether this is the right file.' },
      },
    ],
  )

/** Who sent it, without the kind of account before the name. */
const person = (by: string): string => senderText(by, (id) => id)

const conflict = (code: string, place: string, text: LocalText, remedy: LocalText): HttpProblem =>
  new HttpProblem(409, code, text, [{ place, rule: code, remedy }])

/** 409 for whoever is second: names who handed in first, and when. */
export const handedInSince = (latest: DraftHead | null): HttpProblem =>
  conflict(
    'handedInSince',
    '/base',
    latest
      ? {
          zh: `${person(latest.by)} 已于 ${instantText(latest.updatedAt)} 报送（${latest.id}），本次未存入。`,
          en: `${person(latest.by)} handed in ${latest.id} at ${instantText(latest.updatedAt)}; nothing was stored.`,
        }
      : {
          zh: '该期数据刚刚有变动，本次未存入。',
          en: 'The figures of this period have just changed; nothing was stored.',
        },
    { zh: '重新校核后再提交。', en: 'Check the file again, then hand it in.' },
  )

/** 404 or 409 for a step that a draft does not allow. */
export function draftRefused(refusal: DraftRefusal, id: string): HttpProblem {
  if (refusal.kind === 'missing') return noDraft(id)
  const { state, by, updatedAt } = refusal.draft
  if (refusal.kind === 'changedSince')
    return conflict(
      'changedSince',
      '/version',
      {
        zh: `${id} 已于 ${instantText(updatedAt)} 变动，现为“${STATE_TEXT[state].zh}”。`,
        en: `${id} has changed at ${instantText(updatedAt)}; it is now ${STATE_TEXT[state].en}.`,
      },
      { zh: '重新打开后再办理。', en: 'Open it again before you go on.' },
    )
  return conflict(
    'notAllowed',
    '/state',
    {
      zh: `${id}（${person(by)}）现为“${STATE_TEXT[state].zh}”，不能如此办理。`,
      en: `${id} by ${person(by)} is ${STATE_TEXT[state].en}: this step cannot be taken.`,
    },
    { zh: '查看该草稿的办理过程。', en: 'See what happened to the draft.' },
  )
}

export const noDraft = (id: string): HttpProblem =>
  notFound({ zh: `没有报送草稿“${id}”。`, en: `There is no draft "${id}".` })
