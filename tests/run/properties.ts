import fc from 'fast-check'

/**
 * The cases of a property are drawn from this seed: a run says the same of the same code twice.
 * `PROPERTY_SEED=…` and `PROPERTY_RUNS=…` search elsewhere and wider.
 */
const { PROPERTY_SEED = '20261122', PROPERTY_RUNS } = process.env

fc.configureGlobal({
  seed: Number(PROPERTY_SEED),
  ...(PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : {}),
})
