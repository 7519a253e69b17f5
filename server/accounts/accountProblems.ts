import { finding, HttpProblem, notFound } from '../http/problem.ts'
import type { LocalText } from '../../src/domain/text.ts'

/** The name or the password is not right; which of them is not said. */
export const wrongSignIn = (): HttpProblem =>
  new HttpProblem(401, 'wrongSignIn', {
    zh: '账号或密码不对。',
    en: 'The name or the password is not right.',
  })

export function tooManyTries(waitMs: number): HttpProblem {
  const seconds = Math.ceil(waitMs / 1000)
  return new HttpProblem(
    429,
    'tooManyTries',
    { zh: `尝试过多，请 ${seconds} 秒后再试。`, en: `Too many tries: wait ${seconds} seconds.` },
    [],
    { 'retry-after': String(seconds) },
  )
}

/** So many sign in at once that no more passwords are worked on. */
export const tooBusy = (): HttpProblem =>
  new HttpProblem(
    503,
    'tooBusy',
    {
      zh: '登录人数过多，请稍后再试。',
      en: 'Too many people sign in just now: try again shortly.',
    },
    [],
    { 'retry-after': '5' },
  )

export const badPassword = (remedy: LocalText): HttpProblem =>
  new HttpProblem(422, 'badPassword', { zh: '密码不合要求。', en: 'The password will not do.' }, [
    { place: '/password', rule: 'password', remedy },
  ])

export const wrongPassword = (): HttpProblem =>
  new HttpProblem(403, 'wrongPassword', {
    zh: '现用密码不对。',
    en: 'The present password is not right.',
  })

export const noInvitation = (): HttpProblem =>
  notFound({
    zh: '邀请链接无效、已用过或已过期；请管理员重发。',
    en: 'The invitation is not valid, was used or has expired: ask the administrator for another.',
  })

export const nameNeeded = (): HttpProblem =>
  new HttpProblem(422, 'nameNeeded', { zh: '请取一个账号名。', en: 'Choose a name.' }, [
    finding('/name', 'required', '给出账号名。', 'Give the account’s name.'),
  ])

/** Somebody invited chooses another name: they could not sign in with it. */
export const nameGiven = (name: string): HttpProblem =>
  new HttpProblem(
    422,
    'nameGiven',
    { zh: `这个账号已名为“${name}”。`, en: `This account is named "${name}" already.` },
    [finding('/name', 'name', `填“${name}”或留空。`, `Write "${name}", or leave it empty.`)],
  )

export const nameTaken = (): HttpProblem =>
  new HttpProblem(
    409,
    'nameTaken',
    { zh: '已有同名账号。', en: 'Another account has this name.' },
    [finding('/name', 'unique', '换一个账号名。', 'Choose another name.')],
  )

export const noSuchUser = (id: string): HttpProblem =>
  notFound({ zh: `没有账号“${id}”。`, en: `There is no account "${id}".` })

export const noSuchGrant = (id: string): HttpProblem =>
  notFound({ zh: `没有授权“${id}”。`, en: `There is no grant "${id}".` })

export const noSuchIssued = (id: string): HttpProblem =>
  notFound({
    zh: `没有“${id}”，或已作废。`,
    en: `There is no "${id}", or it has been revoked.`,
  })

/** Where duties are separated, whoever makes accounts must not become another officer. */
export const dutyHeld = (): HttpProblem =>
  new HttpProblem(409, 'dutyHeld', {
    zh: '三权分立：不得为在任的安全管理员、审计员重设密码；请关闭该账号并另行任命。',
    en: 'Duties are separated: the password of a security officer or auditor is not reset. Close the account and appoint another.',
  })

export const tooManyLinks = (most: number): HttpProblem =>
  new HttpProblem(409, 'tooManyLinks', {
    zh: `最多同时分享 ${most} 个链接；请先停止一些。`,
    en: `At most ${most} links stand at a time: end some first.`,
  })

/** Somebody must always be able to make accounts. */
export const lastAdministrator = (): HttpProblem =>
  new HttpProblem(409, 'lastAdministrator', {
    zh: '这是最后一位可用的管理员，不能取消；请先另设一位。',
    en: 'This is the last administrator who can sign in: make another one first.',
  })

export const badGrant = (place: string, rule: string, zh: string, en: string): HttpProblem =>
  new HttpProblem(422, 'badGrant', { zh: '授权不合规则。', en: 'The grant will not do.' }, [
    finding(place, rule, zh, en),
  ])
