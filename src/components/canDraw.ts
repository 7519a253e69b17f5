let answer: boolean | null = null

/** Whether the browser gives a 2-D canvas; asked once. Some hardened shells refuse it. */
export function canDraw(): boolean {
  answer ??= document.createElement('canvas').getContext('2d') !== null
  return answer
}
