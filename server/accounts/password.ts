import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import type { LocalText } from '../../src/domain/text.ts'
import { isCommonPassword } from './commonPasswords.ts'
import { nameKey } from './personRows.ts'

const derive = promisify(argon2)

/** argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet, 2024). */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

export const LEAST_CHARACTERS = 12
export const MOST_CHARACTERS = 256

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** The same letters give the same bytes, however a keyboard composes them (NIST SP 800-63B, 5.1.1.2). */
const messageOf = (password: string): string => password.normalize('NFKC')

/** A password as it is kept: argon2id in PHC form, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive('argon2id', {
    ...COST,
    ...{ message: messageOf(password), nonce, tagLength: BYTES },
  })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(key)}`
}

/** No password fits it; checking against it takes as long as against a real one. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(Buffer.alloc(16, 1))}$${unpadded(Buffer.alloc(BYTES))}`

/** Whether a password fits what is kept; `null` (no such account) takes as long and never fits. */
export async function matchesPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(kept ?? NOBODY) ?? []
  const expected = Buffer.from(hash, 'base64')
  const key = await derive('argon2id', {
    ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    ...{ message: messageOf(password), nonce: Buffer.from(salt, 'base64') },
    tagLength: expected.length,
  })
  return timingSafeEqual(key, expected) && kept !== null
}

/** What is wrong with a new password; null where nothing is. */
export function passwordFault(password: string, name: string): LocalText | null {
  const { length } = Array.from(password)
  if (length < LEAST_CHARACTERS || length > MOST_CHARACTERS)
    return {
      zh: `密码须 ${LEAST_CHARACTERS} 至 ${MOST_CHARACTERS} 个字符。`,
      en: `Use ${LEAST_CHARACTERS} to ${MOST_CHARACTERS} characters.`,
    }
  if (nameKey(password).includes(nameKey(name)))
    return { zh: '密码不得含有账号名。', en: 'Leave the account’s name out of it.' }
  return isCommonPassword(password)
    ? {
        zh: '这个密码太常见，易被猜中；请换一个，例如几个不相干的词。',
        en: 'It is a common one and easily guessed: take another, several unrelated words say.',
      }
    : null
}
