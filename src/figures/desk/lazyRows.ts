const PLACE = /^\d+$/

/**
 * A list whose entries are made when they are first read: a table of thousands of rows shows a few dozen. It
 * reads as any other array does.
 */
export function lazyRows<T>(length: number, make: (at: number) => T): readonly T[] {
  const rows = new Array<T>(length)
  const fill = (key: string | symbol): void => {
    if (typeof key !== 'string' || !PLACE.test(key)) return
    const at = Number(key)
    if (at < length && !Object.hasOwn(rows, at)) rows[at] = make(at)
  }
  const fillAll = (): void => {
    for (let at = 0; at < length; at++) fill(String(at))
  }
  return new Proxy(rows, {
    get: (target, key) => (fill(key), Reflect.get(target, key) as unknown),
    has: (target, key) => (fill(key), Reflect.has(target, key)),
    getOwnPropertyDescriptor: (target, key) => (
      fill(key),
      Reflect.getOwnPropertyDescriptor(target, key)
    ),
    ownKeys: (target) => (fillAll(), Reflect.ownKeys(target)),
  })
}
