import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Calendar arithmetic must not lean on the machine: a zone with an odd offset and summer time. */
process.env.TZ = 'America/St_Johns'

/** Properties are tried with the same cases in every run. */
const setupFiles = ['tests/run/properties.ts']

/** Generous: on a busy machine a slow test is late, not wrong. */
const testTimeout = 30_000

const tests = (folders: string) => [`tests/{${folders}}/**/*.test.ts`]

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles,
          testTimeout,
          hookTimeout: testTimeout,
          include: tests('domain,contract,figures,charts,export,data,mock,maps,arch'),
        },
      },
      {
        test: {
          name: 'service',
          environment: 'node',
          setupFiles,
          testTimeout,
          hookTimeout: testTimeout,
          include: ['tests/server/**/*.test.ts'],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          setupFiles,
          testTimeout,
          hookTimeout: testTimeout,
          include: tests('components,views,stores,app'),
        },
      },
    ],
  },
})
