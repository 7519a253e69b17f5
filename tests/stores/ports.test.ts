import { expect, it } from 'vitest'

import { browserPorts } from '../../src/stores/ports.ts'

it('all stores of a page keep last good documents in one place, so that clearing it clears all', () => {
  expect(browserPorts().lastGood).toBe(browserPorts().lastGood)
})
