/** Characters that a password needs at least that differ from one another. */
const LEAST_DISTINCT = 5

/** What lists of leaked passwords begin with, and what people here begin theirs with. */
const STEMS = [
  ...['password', 'passw0rd', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'iloveyou'],
  ...['letmein', 'welcome', 'administrator', 'admin', 'root', 'superman', 'football', 'monkey'],
  ...['sunshine', 'princess', 'dragon', 'master', 'login', 'changeme', 'default', 'secret'],
  ...['shandong', 'jinan', 'qingdao', 'woaini', 'huawei', 'chanyedanao', 'gongye', 'test'],
  ...['1qaz2wsx', '1q2w3e4r', 'q1w2e3r4', 'zaq12wsx', 'abcd1234', 'abc123', 'a123456'],
]

const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/** Every stretch of four keys that follow one another, forwards and backwards. */
const RUNS = ROWS.flatMap((row) => [
  row + row.slice(0, 3),
  Array.from(row).reverse().join(''),
]).flatMap((row) => Array.from({ length: row.length - 3 }, (_, i) => row.slice(i, i + 4)))

/** Whether little is left of a password without common beginnings, runs of keys and years. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < LEAST_DISTINCT) return true
  const rest = [...STEMS, ...RUNS]
    .sort((a, b) => b.length - a.length)
    .reduce((left, stem) => left.replaceAll(stem, ''), plain)
    .replaceAll(/(19|20)\d\d/g, '')
    .replaceAll(/[\s!@#$%^&*._\-\d]/g, '')
  return rest.length < 4
}
